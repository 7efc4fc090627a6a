import { shortRepr, type TraceValue } from '#trace/traceValue.ts';

/** Longer values are cut: the inspector shows them whole. */
const LONGEST = 48;

/** A value as a sentence shows it. */
export function shownValue(value: TraceValue): string {
  return shortRepr(value, LONGEST);
}
