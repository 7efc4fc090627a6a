import { findingWords, type Severity } from '#lint/finding.ts';
import { lintSchedule } from '#lint/lintSchedule.ts';
import { pathOfPlace } from '#schedule/documentPlace.ts';
import { placedProblems } from '#schedule/parseScheduleText.ts';

import type { CliHost, ExitCode } from './host.ts';
import type { Output } from './output.ts';
import { printable } from './printable.ts';
import { nameOf, placedLine, readSchedule } from './readSchedule.ts';

/** Prints what is questionable in a schedule, and that nothing in it is wrong. */
export async function check(
  file: string,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
): Promise<ExitCode> {
  const { schedule, text } = await readSchedule(file, stdin);
  const findings = lintSchedule(schedule);
  const places = placedProblems(
    findings.map((finding) => ({
      path: finding.target.to === 'document' ? pathOfPlace(schedule, finding.target.place) : [],
      message: `${finding.severity}: ${findingWords(finding)}`,
    })),
    text,
  );
  const count = (severity: Severity, word: string): string => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return `${length} ${length === 1 ? word : `${word}s`}`;
  };
  const lines = [
    ...places.map((placed) => placedLine(file, placed, placed.message)),
    `${nameOf(file)}: ok, ${count('warning', 'warning')}, ${count('hint', 'hint')}`,
  ];
  await output.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}
