import type { Duration, Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

/** Every distribution, with numbers that make logarithms, roots and cuts at 0 count. */
const DURATIONS: readonly Duration[] = [
  { uniform: [0.1, 1.7] },
  { exponential: 0.7 },
  { normal: [0.4, 0.5] },
  { lognormal: [0.3, 1.2] },
  {
    choice: [
      [0.1, 3],
      [0.9, 0.5],
      [2.5, 1],
    ],
  },
];

/** Schedules in which nearly everything is drawn by lot: each distribution with so many seeds. */
export function chanceSchedules(seeds: number): readonly Schedule[] {
  return DURATIONS.flatMap((duration) =>
    Array.from({ length: seeds }, (_, index) => drawn(duration, 1 + index * 7919)),
  );
}

function drawn(duration: Duration, seed: number): Schedule {
  const made = schedule({
    horizon: 400,
    functions: {
      tick: [
        { do: 'block', for: duration, when: { chance: 0.3 } },
        { do: 'start', node: 'request' },
        { do: 'start', node: 'job', when: { chance: 0.2 } },
      ],
      answer: [
        {
          do: 'raise',
          error: { type: 'OSError', message: 'lost at {now}' },
          when: { chance: 0.25 },
        },
        { do: 'return', value: 'answered' },
      ],
      tell: [{ do: 'log', text: '{now}: {input}' }],
      work: [{ do: 'block', for: duration }],
    },
    nodes: [
      { kind: 'loopingCall', id: 'loop', interval: 0.75, call: 'tick' },
      {
        kind: 'deferLater',
        id: 'request',
        starts: 'never',
        delay: duration,
        call: 'answer',
        chain: [{ timeout: 1 }, { both: 'tell' }],
      },
      {
        kind: 'deferToThread',
        id: 'job',
        starts: 'never',
        call: 'work',
        chain: [{ callback: 'tell' }],
      },
    ],
  });
  return { ...made, seed };
}
