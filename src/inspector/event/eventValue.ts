import { describeEvent } from '#trace/describeEvent.ts';
import type { Trace } from '#trace/traceTable.ts';
import { reprOf } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

/** The value of an event in full, with a word for what it is. */
export interface EventValue {
  readonly label: string;
  readonly text: string;
}

/**
 * What an event's value is, uncut; null where it has none, or where its description says the whole
 * of it, as with the number of a tick.
 */
export function eventValue(trace: Trace, sequence: number): EventValue | null {
  const { kind, number, value } = trace.eventAt(sequence);
  if (number !== null) {
    const said = describeEvent(trace, sequence).text;
    return said.includes(String(number)) || number === 0
      ? null
      : { label: t('Seconds'), text: String(number) };
  }
  if (value === null) return null;
  if (kind === 'logged' && value.is === 'json' && typeof value.json === 'string') {
    return { label: t('Output'), text: value.json };
  }
  if (kind === 'entered') return { label: t('Input'), text: reprOf(value) };
  return { label: value.is === 'failure' ? t('Failure') : t('Value'), text: reprOf(value) };
}
