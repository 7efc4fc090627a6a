import { exportPython } from '#export/exportPython.ts';

import type { ExportCommand } from './command.ts';
import type { CliHost, ExitCode } from './host.ts';
import type { Output } from './output.ts';
import { readSchedule } from './readSchedule.ts';
import { writeFile } from './writeFile.ts';

/** Writes a schedule as a program. */
export async function exportSchedule(
  { file, out }: ExportCommand,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
): Promise<ExitCode> {
  const { schedule } = await readSchedule(file, stdin);
  const { text } = exportPython(schedule);
  if (out === null) await output.write(text);
  else await writeFile(out, (written) => written.write(text));
  return 0;
}
