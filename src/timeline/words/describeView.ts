import { formatTime } from '#trace/formatTime.ts';

import type { InView } from './inView.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** What is in view in words: the text alternative of the drawing. */
export function describeView(range: TimeRange, seen: InView): string {
  const { lanes, allLanes, events, ticks, failures, unhandled } = seen;
  const from = formatTime(Math.max(0, range.start));
  const counts = [
    lanes === allLanes ? counted(lanes, 'lane') : `${lanes} of ${counted(allLanes, 'lane')}`,
    counted(events, 'event'),
    ...(ticks > 0 ? [counted(ticks, 'tick')] : []),
    failures > 0 ? counted(failures, 'failure') : 'no failure',
    ...(unhandled > 0 ? [`${unhandled} unhandled`] : []),
  ];
  return `From ${from} to ${formatTime(range.end)} s: ${counts.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
