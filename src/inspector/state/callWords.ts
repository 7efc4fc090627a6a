import type { Seconds } from '#base/units.ts';
import { formatDuration, formatTime } from '#trace/formatTime.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import { t } from '#words/words.ts';

/** What stands where there is nothing. */
export const NOTHING = '–';

/** Whether nodes of this kind have a delayed call of their own. */
export function hasDelayedCall(kind: string): boolean {
  return DELAYED.has(kind);
}

const DELAYED: ReadonlySet<string> = new Set([
  'callLater',
  'deferLater',
  'loopingCall',
  'outsideEvent',
]);

/** The pending delayed call of an instance in words. */
export function pendingWords({ due, ran, unscheduled }: InstanceState): string {
  if (due !== null) return t('due at {{time}} s', { time: formatTime(due) });
  if (unscheduled) return t('cancelled');
  return ran ? t('none: it has run') : t('none');
}

/** How long it is until something is due; nothing where nothing is. */
export function leftWords(due: Seconds | null, time: Seconds): string {
  if (due === null) return NOTHING;
  // To the millisecond, as the playhead shows its time.
  return formatDuration(Math.max(0, Math.round((due - time) * 1000) / 1000));
}

/** How late the last delayed call of an instance has run. */
export function latenessWords({ ran, lateness }: InstanceState): string {
  if (!ran) return NOTHING;
  return lateness > 0 ? t('{{time}} late', { time: formatDuration(lateness) }) : t('on time');
}
