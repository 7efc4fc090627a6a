import type { CaseEvent, Shown } from './case.ts';
import { UNHANDLED } from './scenario.ts';

/** What is compared of the events of a case. */
export interface Comparable {
  readonly events: readonly object[];
  /** The failures that nobody handled: when these are told is no part of the comparison (U-6). */
  readonly unhandled: readonly Shown[];
}

/**
 * Events in a form in which equal ones are deeply equal. The moment at which a reactor finds that
 * nothing is left to do is taken out: Twisted's wakes up once more for a call that was cancelled.
 */
export function comparable(events: readonly CaseEvent[]): Comparable {
  const told: object[] = [];
  const unhandled: Shown[] = [];
  let isIdle = false;
  let isUnhandled = false;
  for (const { t, ...event } of events) {
    if (event.ev === 'logged' && event['text'] === UNHANDLED) {
      isUnhandled = true;
      continue;
    }
    if (isUnhandled && event.ev === 'logged') unhandled.push(event['failure'] ?? null);
    else {
      isIdle = event.ev === 'idle' || (isIdle && event.ev === 'loop ended');
      told.push(withoutNegativeZero(isIdle ? event : { t, ...event }));
    }
    isUnhandled = false;
  }
  return { events: told, unhandled: unhandled.toSorted(byText) };
}

/** Zero has a sign in JavaScript and in JSON by Python, and none that matters here. */
function withoutNegativeZero(event: object): object {
  const plain: unknown = JSON.parse(JSON.stringify(event), (_, value: unknown) =>
    value === 0 ? 0 : value,
  );
  return plain as object;
}

function byText(a: Shown, b: Shown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
