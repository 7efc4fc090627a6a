import { formatLength } from '#trace/formatTime.ts';
import type { Seconds } from '#base/units.ts';
import type { SpanKind } from '#timeline/layout/lane.ts';
import { formatNumber, msg, t, type Text } from '#words/words.ts';

import type { RangeMeasure } from './measureRange.ts';

/** A measure with its name. */
export interface RangeFact {
  readonly name: string;
  readonly value: string;
}

/** What a kind of span is called. */
export const SPAN_NAMES: Readonly<Record<SpanKind, Text>> = {
  pass: msg('passes'),
  between: msg('between ticks'),
  waiting: msg('waiting'),
  queued: msg('queued'),
  paused: msg('paused'),
  worker: msg('in a worker'),
  blocking: msg('blocking'),
};

/** What was measured, in words; of spans how many there are, and how long they are. */
export function rangeFacts(measure: RangeMeasure): readonly RangeFact[] {
  const { duration, events, busy, ticks, failures, unhandled, late, spans } = measure;
  const share = duration > 0 ? ` (${((busy / duration) * 100).toFixed(1)} %)` : '';
  return [
    { name: t('events'), value: formatNumber(events) },
    { name: t('reactor busy'), value: `${formatLength(busy)}${share}` },
    { name: t('ticks'), value: t('{{kept}} kept, {{missed}} missed', ticks) },
    { name: t('failures'), value: formatNumber(failures) },
    { name: t('unhandled'), value: formatNumber(unhandled) },
    { name: t('late calls'), value: formatNumber(late) },
    ...spans.map(({ kind, count, min, median, p95, max }) => ({
      name: t(SPAN_NAMES[kind]),
      value:
        count > 1
          ? t('{{number}}, each {{lengths}}', {
              number: count,
              lengths: lengthWords(min, median, p95, max),
            })
          : `1, ${lengthWords(min, median, p95, max)}`,
    })),
  ];
}

/** The measures as lines of two columns, for a table or a note elsewhere. */
export function rangeText(title: string, facts: readonly RangeFact[]): string {
  return [title, ...facts.map(({ name, value }) => `${name}\t${value}`)].join('\n');
}

/** Of lengths the shortest, the longest and what lies between: once where all are the same. */
function lengthWords(min: Seconds, median: Seconds, p95: Seconds, max: Seconds): string {
  const shortest = formatLength(min);
  if (shortest === formatLength(max)) return shortest;
  return t('{{shortest}} to {{longest}}, median {{median}}, p95 {{p95}}', {
    shortest,
    longest: formatLength(max),
    median: formatLength(median),
    p95: formatLength(p95),
  });
}
