import { formatClock, formatDuration, formatTime } from '#trace/formatTime.ts';
import { limitWords } from '#trace/limitWords.ts';
import { isPaused, type RunEnd, type RunStatus } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { Seconds } from '#base/units.ts';

/** A whole number with its thousands apart: `1,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** A virtual time as a clock without the zeros that say nothing: `01:00`, `00:15.4`. */
export function shortClock(time: Seconds): string {
  const [whole = '', fraction = ''] = formatClock(time).split('.');
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** Why a run ended, in words: `nothing is pending`. */
export function endReason(end: RunEnd, header: TraceHeader): string {
  switch (end.why) {
    case 'horizon':
      return 'horizon reached';
    case 'stopped':
      return 'reactor.stop() was called';
    case 'idle':
      return 'nothing is pending';
    case 'halted':
      return 'you stopped the simulation';
    case 'limit':
      return end.limit === null ? 'its budget is used up' : limitWords(end.limit, header);
  }
}

/**
 * How far the run is, in a line: `ended at 15.400 s: nothing is pending`. `reach` is how far it is
 * simulated, where that is known.
 */
export function runWords(status: RunStatus, header: TraceHeader, reach?: Seconds): string {
  switch (status.state) {
    case 'running':
      return `simulating, ${progressWords(status.time, reach)}`;
    case 'ended': {
      const verb = isPaused(status.end) ? 'paused' : 'ended';
      return `${verb} at ${formatTime(status.end.time)} s: ${endReason(status.end, header)}`;
    }
    case 'broken':
      return `the simulator failed: ${status.message}`;
  }
}

function progressWords(time: Seconds, reach: Seconds | undefined): string {
  if (reach === undefined || reach <= 0) return formatDuration(Math.round(time * 1000) / 1000);
  return `${Math.floor((100 * Math.min(time, reach)) / reach)} % of ${shortClock(reach)}`;
}
