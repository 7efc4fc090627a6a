import { runaway, type Runaway } from './runaway.ts';

const loop = (id: string, interval: number, call: string, more: object = {}): object => ({
  kind: 'loopingCall',
  id,
  interval,
  call,
  ...more,
});
const start = (node: string): object => ({ do: 'start', node });

/** Loops and cooperative tasks without an end. */
export const RUNAWAY_LOOPS: readonly Runaway[] = [
  runaway('a loop without an interval', 'instant', ['zeno'], {
    functions: { spin: [] },
    nodes: [loop('zeno', 0, 'spin')],
  }),
  runaway('a loop without an interval beside a patient one', 'instant', ['zeno'], {
    functions: { spin: [], look: [{ do: 'log', text: 'look' }] },
    nodes: [loop('patient', 60, 'look'), loop('zeno', 0, 'spin', { now: false })],
  }),
  runaway('two loops without an interval', 'instant', ['left', 'right'], {
    functions: { spin: [{ do: 'log', text: 'spin {call}' }] },
    nodes: [loop('left', 0, 'spin'), loop('right', 0, 'spin', { withCount: true })],
  }),
  runaway('a loop that blocks for longer than its interval', 'events', ['slow'], {
    functions: { work: [{ do: 'block', for: 3 }] },
    nodes: [loop('slow', 1, 'work')],
  }),
  runaway('a loop that blocks for a random time', 'events', ['slow'], {
    functions: { work: [{ do: 'block', for: { normal: [1, 0.5] } }] },
    nodes: [loop('slow', 1, 'work', { withCount: true })],
  }),
  runaway('a loop of a billionth of a second', 'events', ['hum'], {
    functions: { hum_on: [] },
    nodes: [loop('hum', 1e-9, 'hum_on')],
  }),
  runaway('a failing loop that its errback starts again', 'instant', ['phoenix'], {
    functions: {
      burn: [{ do: 'raise', error: { type: 'ValueError', message: 'ashes {call}' } }],
      rise: [start('phoenix')],
    },
    nodes: [loop('phoenix', 0, 'burn', { now: false, chain: [{ errback: 'rise' }] })],
  }),
  runaway('a failing loop of 1 s that its errback starts again', 'events', ['phoenix'], {
    functions: {
      burn: [{ do: 'raise', error: { type: 'ValueError', message: 'ashes' } }],
      rise: [start('phoenix')],
    },
    nodes: [loop('phoenix', 1, 'burn', { now: false, chain: [{ errback: 'rise' }] })],
  }),
  runaway('a loop that starts an endless task at each tick', 'events', ['job'], {
    functions: { make: [start('job')], work: [{ do: 'block', for: 0.001 }] },
    nodes: [
      loop('factory', 1, 'make'),
      { kind: 'cooperate', id: 'job', call: 'work', starts: 'never' },
    ],
  }),
  runaway('an endless task whose steps take no time', 'instant', ['idler'], {
    functions: { nothing: [] },
    nodes: [{ kind: 'cooperate', id: 'idler', call: 'nothing' }],
  }),
  runaway('a task whose steps start tasks', 'instant', ['brood'], {
    functions: { breed: [start('brood')] },
    nodes: [{ kind: 'cooperate', id: 'brood', call: 'breed' }],
  }),
  runaway(
    'a task of slow steps that is paused and resumed in a circle',
    'events',
    ['pauser', 'resumer', 'task'],
    {
      functions: {
        pause_it: [{ do: 'pause', node: 'task' }, start('resumer')],
        resume_it: [{ do: 'resume', node: 'task' }, start('pauser')],
        work: [{ do: 'block', for: 1 }],
      },
      nodes: [
        { kind: 'callLater', id: 'pauser', delay: 0, call: 'pause_it' },
        { kind: 'callLater', id: 'resumer', delay: 0, call: 'resume_it', starts: 'never' },
        { kind: 'cooperate', id: 'task', call: 'work' },
      ],
    },
  ),
];
