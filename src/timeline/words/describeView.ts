import { formatTime } from '#trace/formatTime.ts';

import type { InView } from './inView.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';
import { t } from '#words/words.ts';

/** What is in view in words: the text alternative of the drawing. */
export function describeView(range: TimeRange, seen: InView): string {
  const { lanes, allLanes, events, ticks, failures, unhandled } = seen;
  const from = formatTime(Math.max(0, range.start));
  const counts = [
    lanes === allLanes
      ? t('{{count}} lanes', { count: lanes })
      : t('{{shown}} of {{count}} lanes', { shown: lanes, count: allLanes }),
    t('{{count}} events', { count: events }),
    ...(ticks > 0 ? [t('{{count}} ticks', { count: ticks })] : []),
    failures > 0 ? t('{{count}} failures', { count: failures }) : t('no failure'),
    ...(unhandled > 0 ? [t('{{number}} unhandled', { number: unhandled })] : []),
  ];
  return t('From {{from}} to {{to}} s: {{counts}}.', {
    from,
    to: formatTime(range.end),
    counts: counts.join(', '),
  });
}
