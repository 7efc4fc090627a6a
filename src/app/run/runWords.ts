import { formatClock, formatDuration, formatTime } from '#trace/formatTime.ts';
import { limitWords } from '#trace/limitWords.ts';
import { isPaused, type RunEnd, type RunStatus } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { Seconds } from '#base/units.ts';
import { formatNumber, t } from '#words/words.ts';

/** A whole number with its thousands apart: `1,204`. */
export function formatCount(count: number): string {
  return formatNumber(count);
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
      return t('horizon reached');
    case 'stopped':
      return t('reactor.stop() was called');
    case 'idle':
      return t('nothing is pending');
    case 'halted':
      return t('you stopped the simulation');
    case 'limit':
      return end.limit === null ? t('its budget is used up') : limitWords(end.limit, header);
  }
}

/**
 * How far the run is, in a line: `ended at 15.400 s: nothing is pending`. `reach` is how far it is
 * simulated, where that is known.
 */
export function runWords(status: RunStatus, header: TraceHeader, reach?: Seconds): string {
  switch (status.state) {
    case 'running':
      return t('simulating, {{progress}}', { progress: progressWords(status.time, reach) });
    case 'ended': {
      const time = formatTime(status.end.time);
      const reason = endReason(status.end, header);
      return isPaused(status.end)
        ? t('paused at {{time}} s: {{reason}}', { time, reason })
        : t('ended at {{time}} s: {{reason}}', { time, reason });
    }
    case 'broken':
      return t('the simulator failed: {{message}}', { message: status.message });
  }
}

function progressWords(time: Seconds, reach: Seconds | undefined): string {
  if (reach === undefined || reach <= 0) return formatDuration(Math.round(time * 1000) / 1000);
  return t('{{percent}} % of {{clock}}', {
    percent: Math.floor((100 * Math.min(time, reach)) / reach),
    clock: shortClock(reach),
  });
}
