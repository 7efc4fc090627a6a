import { formatCount } from '#app/run/runWords.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatLength, formatTime } from '#trace/formatTime.ts';
import type { Difference, RunComparison } from '#trace/runComparison.ts';

/** How two runs differ, in a sentence or two. */
export function comparisonSentence(comparison: RunComparison): string {
  const { until, count, mostMoved, firstTime: first } = comparison;
  if (count === 0 || first === null) {
    return `Both runs are the same up to ${formatTime(until)} s.`;
  }
  const sums = { gone: 0, added: 0, moved: 0, changed: 0 };
  for (const { gone, added, moved, changed } of comparison.nodes()) {
    sums.gone += gone;
    sums.added += added;
    sums.moved += moved;
    sums.changed += changed;
  }
  const parts = [
    { count: sums.gone, what: 'gone' },
    { count: sums.added, what: 'new' },
    { count: sums.moved, what: `moved by up to ${formatLength(mostMoved)}` },
    { count: sums.changed, what: 'changed' },
  ];
  const said = parts
    .filter((part) => part.count > 0)
    .map((part) => `${formatCount(part.count)} ${part.what}`);
  const begin = first > 0 ? `Same up to ${formatTime(first)} s.` : 'Different from the begin.';
  return `${begin} Events: ${said.join(', ')}.`;
}

/** A difference in words: what it is, of which node, and what happened. */
export function differenceWords(
  comparison: RunComparison,
  difference: Difference,
): { readonly what: string; readonly subject: string; readonly text: string } {
  if (difference.is === 'gone') {
    return { what: 'gone', ...describeEvent(comparison.pinned.trace, difference.pinned) };
  }
  const { subject, text } = describeEvent(comparison.own.trace, difference.own);
  if (difference.is === 'new') return { what: 'new', subject, text };
  if (difference.is === 'moved') {
    const { by } = difference;
    const length = formatLength(Math.abs(by));
    return { what: `${length} ${by > 0 ? 'later' : 'earlier'}`, subject, text };
  }
  const before = describeEvent(comparison.pinned.trace, difference.pinned).text;
  return { what: 'changed', subject, text: `${text}, was ${before}` };
}
