import type { Json } from '#base/json.ts';

import type { Outcome, Row } from './programs/program.ts';

const ROWS_BEFORE = 8;
const ROWS_AFTER = 3;

/**
 * The first row in which Twisted and the port differ, in words: the two lists side by side around
 * it, and the program. Null where all rows are the same.
 */
export function firstDifference(script: unknown, twisted: Outcome, port: Outcome): string | null {
  const theirs = linesOf(twisted);
  const ours = linesOf(port);
  const length = Math.max(theirs.length, ours.length);
  const at = Array.from({ length }).findIndex((_, index) => theirs[index] !== ours[index]);
  if (at === -1) return null;
  const from = Math.max(0, at - ROWS_BEFORE);
  const shown = [...theirs.keys(), ...ours.keys()].filter(
    (index, place, all) =>
      all.indexOf(index) === place && index >= from && index <= at + ROWS_AFTER,
  );
  const line = (index: number): string => theirs[index] ?? '(no more rows)';
  const width = Math.max(...shown.map((index) => line(index).length), 'Twisted'.length);
  const table = shown.map((index) => {
    const mark = theirs[index] === ours[index] ? ' ' : '>';
    return `${mark} ${String(index).padStart(3)}  ${line(index).padEnd(width)}  ${ours[index] ?? '(no more rows)'}`;
  });
  return [
    `the first difference is in row ${at}`,
    `  row  ${'Twisted'.padEnd(width)}  port`,
    ...table,
    'of the program',
    ...programLines(script),
  ].join('\n');
}

function linesOf(outcome: Outcome): readonly string[] {
  if (outcome === null) return ['(not fit for comparison)'];
  return outcome.map((row: Row) => JSON.stringify(row));
}

function programLines(script: unknown): string[] {
  if (Array.isArray(script))
    return script.map((operation: Json) => `  ${JSON.stringify(operation)}`);
  if (typeof script !== 'object' || script === null) return [`  ${JSON.stringify(script)}`];
  return Object.entries(script).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
}
