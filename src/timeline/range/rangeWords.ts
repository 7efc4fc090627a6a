import { formatLength } from '#trace/formatTime.ts';
import type { Seconds } from '#base/units.ts';
import type { SpanKind } from '#timeline/layout/lane.ts';

import type { RangeMeasure } from './measureRange.ts';

/** A measure with its name. */
export interface RangeFact {
  readonly name: string;
  readonly value: string;
}

/** What a kind of span is called. */
export const SPAN_NAMES: Readonly<Record<SpanKind, string>> = {
  pass: 'passes',
  between: 'between ticks',
  waiting: 'waiting',
  queued: 'queued',
  paused: 'paused',
  worker: 'in a worker',
  blocking: 'blocking',
};

/** What was measured, in words; of spans how many there are, and how long they are. */
export function rangeFacts(measure: RangeMeasure): readonly RangeFact[] {
  const { duration, events, busy, ticks, failures, unhandled, late, spans } = measure;
  const share = duration > 0 ? ` (${((busy / duration) * 100).toFixed(1)} %)` : '';
  return [
    { name: 'events', value: counted(events) },
    { name: 'reactor busy', value: `${formatLength(busy)}${share}` },
    { name: 'ticks', value: `${counted(ticks.kept)} kept, ${counted(ticks.missed)} missed` },
    { name: 'failures', value: counted(failures) },
    { name: 'unhandled', value: counted(unhandled) },
    { name: 'late calls', value: counted(late) },
    ...spans.map(({ kind, count, min, median, p95, max }) => ({
      name: SPAN_NAMES[kind],
      value: `${counted(count)}, ${count > 1 ? 'each ' : ''}${lengthWords(min, median, p95, max)}`,
    })),
  ];
}

/** The measures as lines of two columns, for a table or a note elsewhere. */
export function rangeText(title: string, facts: readonly RangeFact[]): string {
  return [title, ...facts.map(({ name, value }) => `${name}\t${value}`)].join('\n');
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

/** Of lengths the shortest, the longest and what lies between: once where all are the same. */
function lengthWords(min: Seconds, median: Seconds, p95: Seconds, max: Seconds): string {
  const shortest = formatLength(min);
  if (shortest === formatLength(max)) return shortest;
  return `${shortest} to ${formatLength(max)}, median ${formatLength(median)}, p95 ${formatLength(p95)}`;
}
