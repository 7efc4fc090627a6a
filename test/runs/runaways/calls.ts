import { runaway, type Runaway } from './runaway.ts';

const call = (id: string, then: string, more: object = {}): object => ({
  kind: 'callLater',
  id,
  delay: 0,
  call: then,
  ...more,
});
const start = (node: string): object => ({ do: 'start', node });

/** Delayed calls and outside events that make more of themselves. */
export const RUNAWAY_CALLS: readonly Runaway[] = [
  runaway('a call of 0 s to itself', 'instant', ['again'], {
    functions: { once_more: [start('again')] },
    nodes: [call('again', 'once_more')],
  }),
  runaway('two calls of 0 s to each other', 'instant', ['ping', 'pong'], {
    functions: { to_pong: [start('pong')], to_ping: [start('ping')] },
    nodes: [call('ping', 'to_pong'), call('pong', 'to_ping', { starts: 'never' })],
  }),
  runaway('two calls of 0 s to each other on a test clock', 'instant', ['ping', 'pong'], {
    clock: 'testClock',
    functions: { to_pong: [start('pong')], to_ping: [start('ping')] },
    nodes: [call('ping', 'to_pong'), call('pong', 'to_ping', { starts: 'never' })],
  }),
  runaway('each call makes two, at once', 'instant', ['spawn'], {
    functions: { twice: [start('spawn'), start('spawn')] },
    nodes: [call('spawn', 'twice')],
  }),
  runaway('each call makes two, a second later', 'instant', ['spawn'], {
    functions: { twice: [start('spawn'), start('spawn')] },
    nodes: [call('spawn', 'twice', { delay: 1 })],
  }),
  runaway('each call makes two, at random times', 'events', ['spawn'], {
    functions: { twice: [start('spawn'), start('spawn')] },
    nodes: [call('spawn', 'twice', { delay: { exponential: 1 } })],
  }),
  runaway('a call of a random time to itself', 'events', ['wander'], {
    functions: { once_more: [start('wander')] },
    nodes: [call('wander', 'once_more', { delay: { lognormal: [0.001, 2] } })],
  }),
  runaway('a delay that is too short to move so late a clock', 'instant', ['creep'], {
    functions: { once_more: [start('creep')] },
    nodes: [
      call('late', 'once_more', { delay: 1e8 }),
      call('creep', 'once_more', { delay: 1e-9, starts: 'never' }),
    ],
  }),
  runaway('a call that is put off again and again', 'instant', ['pusher', 'victim'], {
    functions: {
      push: [{ do: 'reset', node: 'victim', seconds: 5 }, start('pusher')],
      never_comes: [],
    },
    nodes: [call('victim', 'never_comes', { delay: 5 }), call('pusher', 'push')],
  }),
  runaway('ten thousand outside events 0 s apart', 'instant', ['world'], {
    functions: { flood: Array.from({ length: 20 }, () => ({ do: 'log', text: 'flood {call}' })) },
    nodes: [
      {
        kind: 'outsideEvent',
        id: 'world',
        at: Array.from({ length: 10_000 }, () => 1),
        call: 'flood',
      },
    ],
  }),
  runaway('functions that start each other too deep, again and again', 'instant', ['down', 'up'], {
    functions: {
      fall: [start('up')],
      climb: [start('down')],
      once_more: [start('again'), start('down')],
    },
    nodes: [
      call('again', 'once_more'),
      { kind: 'coroutine', id: 'down', call: 'fall', starts: 'never' },
      { kind: 'coroutine', id: 'up', call: 'climb', starts: 'never' },
    ],
  }),
];
