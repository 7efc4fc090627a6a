import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

const start = (node: string): object => ({ do: 'start', node });

/** Virtual seconds of a day. */
export const DAY = 86_400;

/**
 * A day of a service: it polls, tries again what fails, puts what it has got into a queue, stores
 * it two at a time, works in threads, reports by a cooperative task, is watched by a coroutine, and
 * is restarted every hour.
 */
export function serviceDay(): Schedule {
  return schedule({
    horizon: DAY,
    functions: {
      poll: [start('fetch')],
      answer: [
        { do: 'raise', error: { type: 'OSError', message: 'no answer' }, when: { chance: 0.1 } },
        { do: 'return', value: { temperature: 21.5 } },
      ],
      enqueue: [{ do: 'put', node: 'inbox', value: 'reading' }],
      try_again: [start('retry')],
      take_next: [start('store'), start('take')],
      write: [{ do: 'returnDeferred', node: 'disk', start: true }],
      stored: [{ do: 'return', value: 'stored' }],
      beat: [{ do: 'log', text: 'beat {call}', when: { everyCall: 100 } }],
      shrink: [start('thumbnail')],
      compute: [
        { do: 'block', for: { normal: [0.4, 0.2] } },
        { do: 'return', value: 'small' },
      ],
      forget: [],
      watch: [
        { do: 'await', node: 'nap', start: true },
        { do: 'await', node: 'probe', start: true, onError: 'continue' },
      ],
      examine: [
        { do: 'raise', error: { type: 'ValueError', message: 'odd' }, when: { everyCall: 7 } },
      ],
      watch_on: [start('watchman')],
      report: [start('summary')],
      line: [{ do: 'block', for: 0.001 }],
      restart: [
        { do: 'stop', node: 'station' },
        { do: 'start', node: 'station' },
      ],
    },
    nodes: [
      { kind: 'service', id: 'station' },
      loop('poller', 0.59, 'poll'),
      loop('heart', 0.5, 'beat'),
      loop('shrinker', 3, 'shrink'),
      loop('reporter', 60, 'report'),
      {
        kind: 'deferLater',
        id: 'fetch',
        starts: 'never',
        delay: { exponential: 0.3 },
        call: 'answer',
        chain: [{ timeout: 1 }, { callback: 'enqueue', errback: 'try_again' }],
      },
      { kind: 'callLater', id: 'retry', starts: 'never', delay: { uniform: [1, 3] }, call: 'poll' },
      { kind: 'queue', id: 'inbox' },
      { kind: 'queueGet', id: 'take', queue: 'inbox', chain: [{ callback: 'take_next' }] },
      { kind: 'semaphore', id: 'writers', tokens: 2 },
      {
        kind: 'guarded',
        id: 'store',
        starts: 'never',
        semaphore: 'writers',
        call: 'write',
        chain: [{ callback: 'stored' }],
      },
      { kind: 'deferLater', id: 'disk', starts: 'never', delay: { lognormal: [0.2, 0.5] } },
      {
        kind: 'deferToThread',
        id: 'thumbnail',
        starts: 'never',
        call: 'compute',
        chain: [{ both: 'forget' }],
      },
      { kind: 'coroutine', id: 'watchman', call: 'watch', chain: [{ callback: 'watch_on' }] },
      { kind: 'deferLater', id: 'nap', starts: 'never', delay: 2 },
      { kind: 'deferLater', id: 'probe', starts: 'never', delay: 0.1, call: 'examine' },
      { kind: 'cooperate', id: 'summary', starts: 'never', count: 40, call: 'line' },
      {
        kind: 'outsideEvent',
        id: 'operator',
        at: Array.from({ length: 23 }, (_, hour) => (hour + 1) * 3600 + 0.1),
        call: 'restart',
      },
    ],
  });
}

/** A loop of the service, which begins and ends with it. */
function loop(id: string, interval: number, call: string): object {
  return { kind: 'loopingCall', id, interval, call, service: 'station', starts: 'service' };
}
