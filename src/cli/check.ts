import type { CliHost, ExitCode } from './host.ts';
import type { Output } from './output.ts';
import { printable } from './printable.ts';
import { nameOf, problemLine, readSchedule } from './readSchedule.ts';

/** Prints what is likely a slip in a schedule, and that nothing in it is wrong. */
export async function check(
  file: string,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
): Promise<ExitCode> {
  const { warnings } = await readSchedule(file, stdin);
  const { length } = warnings;
  const lines = [
    ...warnings.map((warning) => problemLine(file, warning, 'warning: ')),
    `${nameOf(file)}: ok, ${length} ${length === 1 ? 'warning' : 'warnings'}`,
  ];
  await output.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}
