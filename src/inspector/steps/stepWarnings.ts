import { checkSchedule } from '#schedule/checkSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';

/** What is worth a look in the steps of a function: sentences by the index of the step. */
export function stepWarnings(
  schedule: Schedule,
  name: string,
): ReadonlyMap<number, readonly string[]> {
  const warnings = new Map<number, readonly string[]>();
  for (const { path, message } of checkSchedule(schedule)) {
    const [table, owner, , index] = path;
    if (table !== 'functions' || owner !== name || typeof index !== 'number') continue;
    warnings.set(index, [...(warnings.get(index) ?? []), message]);
  }
  return warnings;
}
