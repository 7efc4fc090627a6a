import type { Seconds } from '#base/units.ts';
import { isSmallPrint } from '#trace/smallPrint.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

/**
 * Where the playhead is, in a line for those who listen: `0.400 s, poll: tick 1`. After one step it
 * is the very event (`exact`), after a leap the last one that tells something.
 */
export function positionWords(trace: Trace, count: number, time: Seconds, exact: boolean): string {
  const last = lastTold(trace, count, exact);
  if (last === null) return t('{{time}} s, before the first event', { time: formatTime(time) });
  const { subject, text } = describeEvent(trace, last);
  const after = trace.timeAt(last) < time ? 'after ' : '';
  return `${formatTime(time)} s, ${after}${subject}: ${text}`;
}

function lastTold(trace: Trace, count: number, exact: boolean): number | null {
  let last = Math.min(count, trace.length) - 1;
  if (!exact) while (last > 0 && isSmallPrint(trace, last)) last -= 1;
  return last < 0 ? null : last;
}
