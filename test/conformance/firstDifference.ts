import type { Json } from '#base/json.ts';

import type { Outcome, Row } from './programs/program.ts';
import { sideBySide } from './sideBySide.ts';

/**
 * The first row in which Twisted and the port differ, in words: the two lists side by side around
 * it, and the program. Null where all rows are the same.
 */
export function firstDifference(script: unknown, twisted: Outcome, port: Outcome): string | null {
  const difference = sideBySide(linesOf(twisted), linesOf(port), 'port');
  if (difference === null) return null;
  return [difference, 'of the program', ...programLines(script)].join('\n');
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
