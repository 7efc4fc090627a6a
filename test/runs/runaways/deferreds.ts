import { runaway, type Runaway } from './runaway.ts';

const start = (node: string): object => ({ do: 'start', node });
const later = (id: string, chain: readonly object[], more: object = {}): object => ({
  kind: 'deferLater',
  id,
  delay: 0,
  chain,
  ...more,
});

/** Deferreds, lists and coroutines that start each other. */
export const RUNAWAY_DEFERREDS: readonly Runaway[] = [
  runaway('chains of deferLaters that start each other', 'instant', ['day', 'night'], {
    functions: { dusk: [start('night')], dawn: [start('day')] },
    nodes: [
      later('day', [{ callback: 'dusk' }]),
      later('night', [{ callback: 'dawn' }], { starts: 'never' }),
    ],
  }),
  runaway('a chain that waits for a chain that waits, for ever longer', 'instant', ['matryoshka'], {
    functions: { inside: [{ do: 'returnDeferred', node: 'matryoshka', start: true }] },
    nodes: [later('matryoshka', [{ callback: 'inside' }])],
  }),
  runaway('failures that nobody handles', 'instant', ['faulty'], {
    functions: {
      again_and_fail: [
        start('faulty'),
        { do: 'raise', error: { type: 'OSError', message: 'gone' } },
      ],
    },
    nodes: [later('faulty', [{ callback: 'again_and_fail' }])],
  }),
  runaway('a timeout of 0 s whose errback starts it again', 'instant', ['hurried'], {
    functions: { once_more: [start('hurried')] },
    nodes: [{ kind: 'deferred', id: 'hurried', chain: [{ timeout: 0 }, { errback: 'once_more' }] }],
  }),
  runaway('a canceller that arms the next cancel', 'instant', ['killer', 'victim'], {
    functions: {
      kill: [{ do: 'cancel', node: 'victim' }],
      last_will: [start('victim'), start('killer')],
      forget: [],
    },
    nodes: [
      { kind: 'deferred', id: 'victim', canceller: 'last_will', chain: [{ errback: 'forget' }] },
      { kind: 'callLater', id: 'killer', delay: 0, call: 'kill' },
    ],
  }),
  runaway(
    'a Deferred that is paused and resumed in a circle',
    'instant',
    ['gate', 'shut', 'unshut'],
    {
      functions: {
        pause_it: [{ do: 'pause', node: 'gate' }, start('unshut')],
        resume_it: [{ do: 'resume', node: 'gate' }, start('shut')],
      },
      nodes: [
        { kind: 'deferred', id: 'gate' },
        { kind: 'callLater', id: 'shut', delay: 0, call: 'pause_it' },
        { kind: 'callLater', id: 'unshut', delay: 0, call: 'resume_it', starts: 'never' },
      ],
    },
  ),
  runaway(
    'a list that starts its members, one of which starts the list',
    'instant',
    ['all', 'one', 'two'],
    {
      functions: { whole: [start('all')] },
      nodes: [
        { kind: 'deferredList', id: 'all', members: ['one', 'two'] },
        later('one', [{ callback: 'whole' }], { starts: 'never' }),
        later('two', [], { starts: 'never' }),
      ],
    },
  ),
  runaway('gathered results that fail and are gathered again', 'instant', ['all', 'bad'], {
    functions: {
      fail_always: [{ do: 'raise', error: { type: 'ValueError', message: 'no' } }],
      once_more: [start('all')],
    },
    nodes: [
      {
        kind: 'deferredList',
        id: 'all',
        members: ['bad'],
        gather: true,
        consumeErrors: true,
        chain: [{ errback: 'once_more' }],
      },
      later('bad', [], { starts: 'never', call: 'fail_always' }),
    ],
  }),
  runaway(
    'a coroutine that starts itself when it has slept for 0 s',
    'instant',
    ['dreamer', 'nap'],
    {
      functions: { dream: [{ do: 'await', node: 'nap', start: true }, start('dreamer')] },
      nodes: [
        { kind: 'coroutine', id: 'dreamer', call: 'dream' },
        later('nap', [], { starts: 'never' }),
      ],
    },
  ),
  runaway('a coroutine that awaits the next one, for ever deeper', 'instant', ['dreamer', 'nap'], {
    functions: {
      dream: [
        { do: 'await', node: 'nap', start: true },
        { do: 'await', node: 'dreamer', start: true },
      ],
    },
    nodes: [
      { kind: 'coroutine', id: 'dreamer', call: 'dream' },
      later('nap', [], { starts: 'never' }),
    ],
  }),
];
