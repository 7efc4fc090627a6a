import type { Seconds } from '#base/units.ts';
import type { Distribution, Duration } from '#schedule/schema.ts';
import { msg, type Text } from '#words/words.ts';

import { meanOf } from './moments.ts';

/** A duration that is always the same, or how it is drawn. */
export type DurationKind = 'fixed' | 'uniform' | 'exponential' | 'normal' | 'lognormal' | 'choice';

/** The kinds as a menu shows them, with what each is good for. */
export const DURATION_KINDS: readonly {
  readonly value: DurationKind;
  readonly text: Text;
  readonly help: Text;
}[] = [
  { value: 'fixed', text: msg('always the same'), help: msg('the same each time') },
  {
    value: 'uniform',
    text: msg('uniform'),
    help: msg('all between two bounds are as likely'),
  },
  {
    value: 'exponential',
    text: msg('exponential'),
    help: msg('the time until what comes at random comes'),
  },
  { value: 'normal', text: msg('normal'), help: msg('around a mean, cut at 0') },
  {
    value: 'lognormal',
    text: msg('lognormal'),
    help: msg('mostly short, now and then very long'),
  },
  { value: 'choice', text: msg('one of a few'), help: msg('each as likely as its weight says') },
];

/** What kind a duration is. */
export function kindOf(duration: Duration): DurationKind {
  if (typeof duration === 'number') return 'fixed';
  if ('uniform' in duration) return 'uniform';
  if ('exponential' in duration) return 'exponential';
  if ('normal' in duration) return 'normal';
  return 'lognormal' in duration ? 'lognormal' : 'choice';
}

/** A duration of another kind with about the same mean, so that a change of the kind changes little else. */
export function changeDurationKind(duration: Duration, kind: DurationKind): Duration {
  if (kind === kindOf(duration)) return duration;
  const mean = rounded(meanOf(duration));
  return kind === 'fixed' ? mean : distributionAround(kind, mean);
}

function distributionAround(kind: Exclude<DurationKind, 'fixed'>, mean: Seconds): Distribution {
  switch (kind) {
    case 'uniform':
      return { uniform: [rounded(mean / 2), rounded(mean * 1.5)] };
    case 'exponential':
      return { exponential: mean };
    case 'normal':
      return { normal: [mean, rounded(mean / 5)] };
    case 'lognormal':
      return { lognormal: [mean, 0.5] };
    case 'choice':
      return {
        choice: [
          [rounded(mean / 2), 2],
          [rounded(mean * 2), 1],
        ],
      };
  }
}

/** To three digits, and to the nanosecond, below which the document knows no time. */
function rounded(seconds: Seconds): Seconds {
  return Number(Number(seconds.toPrecision(3)).toFixed(9));
}
