import { parseSchedule } from './parseSchedule.ts';
import type { Schedule } from './schema.ts';

/**
 * A document as the text of a file: JSON of two spaces, every field written out, its keys in the
 * order of the format whatever the edits were, so that two versions of a file can be compared.
 */
export function scheduleText(schedule: Schedule): string {
  const parsed = parseSchedule(schedule);
  return `${JSON.stringify(parsed.ok ? parsed.schedule : schedule, null, 2)}\n`;
}
