import type { Distribution, Duration } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { oneOf, t } from '#words/words.ts';

/** A duration in words: `2 s`, or how it is drawn, such as `uniform 1–2 s`. */
export function durationWords(duration: Duration): string {
  return typeof duration === 'number' ? formatDuration(duration) : drawnWords(duration);
}

/** More choices than this are counted, not named. */
const MAX_CHOICES = 3;

function drawnWords(drawn: Distribution): string {
  if ('uniform' in drawn) return t('uniform {{range}}', { range: rangeWords(...drawn.uniform) });
  if ('exponential' in drawn)
    return t('exponential {{mean}}', { mean: formatDuration(drawn.exponential) });
  if ('normal' in drawn) {
    const [mean, deviation] = drawn.normal;
    return t('normal {{mean}} ± {{deviation}}', {
      mean: formatDuration(mean),
      deviation: formatDuration(deviation),
    });
  }
  if ('lognormal' in drawn) {
    const [median, sigma] = drawn.lognormal;
    return t('lognormal {{median}}, σ {{sigma}}', { median: formatDuration(median), sigma });
  }
  const { choice } = drawn;
  if (choice.length > MAX_CHOICES)
    return t('one of {{number}} durations', { number: choice.length });
  return oneOf(choice.map(([seconds]) => formatDuration(seconds)));
}

/** `1–2 s` where both ends have the same unit, `500 µs – 2 s` where they have not. */
function rangeWords(from: number, to: number): string {
  const [low, lowUnit] = formatDuration(from).split(' ');
  const [high, highUnit] = formatDuration(to).split(' ');
  return lowUnit === highUnit
    ? `${low}–${high} ${highUnit}`
    : `${low} ${lowUnit} – ${high} ${highUnit}`;
}
