import { formatTime } from '#trace/formatTime.ts';

import type { InView } from './inView.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** What is in view in words: the text alternative of the drawing. */
export function describeView(range: TimeRange, { lanes, events, ticks, failures }: InView): string {
  const from = formatTime(Math.max(0, range.start));
  const counts = [
    counted(lanes, 'lane'),
    counted(events, 'event'),
    ...(ticks > 0 ? [counted(ticks, 'tick')] : []),
    failures > 0 ? counted(failures, 'sign', 'of failure') : 'no failure',
  ];
  return `From ${from} to ${formatTime(range.end)} s: ${counts.join(', ')}.`;
}

function counted(count: number, noun: string, rest = ''): string {
  return `${count} ${noun}${count === 1 ? '' : 's'} ${rest}`.trimEnd();
}
