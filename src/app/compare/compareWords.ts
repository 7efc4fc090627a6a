import { describeEvent } from '#trace/describeEvent.ts';
import { formatLength, formatTime } from '#trace/formatTime.ts';
import type { Difference, RunComparison } from '#trace/runComparison.ts';
import { t } from '#words/words.ts';

/** How two runs differ, in a sentence or two. */
export function comparisonSentence(comparison: RunComparison): string {
  const { until, count, mostMoved, firstTime: first } = comparison;
  if (count === 0 || first === null) {
    return t('Both runs are the same up to {{time}} s.', { time: formatTime(until) });
  }
  const sums = { gone: 0, added: 0, moved: 0, changed: 0 };
  for (const { gone, added, moved, changed } of comparison.nodes()) {
    sums.gone += gone;
    sums.added += added;
    sums.moved += moved;
    sums.changed += changed;
  }
  const said = [
    ...(sums.gone > 0 ? [t('{{number}} gone', { number: sums.gone })] : []),
    ...(sums.added > 0 ? [t('{{number}} new', { number: sums.added })] : []),
    ...(sums.moved > 0
      ? [
          t('{{number}} moved by up to {{most}}', {
            number: sums.moved,
            most: formatLength(mostMoved),
          }),
        ]
      : []),
    ...(sums.changed > 0 ? [t('{{number}} changed', { number: sums.changed })] : []),
  ];
  const begin =
    first > 0
      ? t('Same up to {{time}} s.', { time: formatTime(first) })
      : t('Different from the begin.');
  return t('{{begin}} Events: {{said}}.', { begin, said: said.join(', ') });
}

/** A difference in words: what it is, of which node, and what happened. */
export function differenceWords(
  comparison: RunComparison,
  difference: Difference,
): { readonly what: string; readonly subject: string; readonly text: string } {
  if (difference.is === 'gone') {
    return { what: t('gone'), ...describeEvent(comparison.pinned.trace, difference.pinned) };
  }
  const { subject, text } = describeEvent(comparison.own.trace, difference.own);
  if (difference.is === 'new') return { what: t('new'), subject, text };
  if (difference.is === 'moved') {
    const { by } = difference;
    const length = formatLength(Math.abs(by));
    const what = by > 0 ? t('{{length}} later', { length }) : t('{{length}} earlier', { length });
    return { what, subject, text };
  }
  const before = describeEvent(comparison.pinned.trace, difference.pinned).text;
  return { what: t('changed'), subject, text: t('{{text}}, was {{before}}', { text, before }) };
}
