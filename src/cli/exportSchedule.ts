import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

import { exportPython } from '#export/exportPython.ts';

import { BadInput, fileFault } from './badInput.ts';
import type { ExportCommand } from './command.ts';
import type { CliHost, ExitCode } from './host.ts';
import type { Output } from './output.ts';
import { readSchedule } from './readSchedule.ts';

/** Writes a schedule as a program. A file is there whole or not at all. */
export async function exportSchedule(
  { file, out }: ExportCommand,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
): Promise<ExitCode> {
  const { schedule } = await readSchedule(file, stdin);
  const { text } = exportPython(schedule);
  if (out === null) await output.write(text);
  else await writeWhole(out, text);
  return 0;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new BadInput(`${file}: ${fileFault(error)}`);
  }
}
