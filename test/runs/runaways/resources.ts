import { runaway, type Runaway } from './runaway.ts';

const start = (node: string): object => ({ do: 'start', node });
const put = (node: string): object => ({ do: 'put', node, value: 'ball' });

/** Threads, semaphores, queues and services that keep each other busy. */
export const RUNAWAY_RESOURCES: readonly Runaway[] = [
  runaway('jobs of no time that start jobs', 'instant', ['job'], {
    functions: { work: [], next_job: [start('job')] },
    nodes: [{ kind: 'deferToThread', id: 'job', call: 'work', chain: [{ callback: 'next_job' }] }],
  }),
  runaway('jobs that start two jobs each', 'events', ['job'], {
    functions: { work: [{ do: 'block', for: 0.25 }], next_jobs: [start('job'), start('job')] },
    nodes: [{ kind: 'deferToThread', id: 'job', call: 'work', chain: [{ callback: 'next_jobs' }] }],
  }),
  runaway(
    'an object that goes round from queue to queue',
    'instant',
    ['left', 'left_get', 'pass_on', 'right', 'right_get'],
    {
      functions: {
        to_right: [start('left_get'), put('right')],
        to_left: [start('right_get'), put('left')],
        serve: [{ do: 'put', node: 'left', value: 'ball' }],
        relay: [start('pass_on')],
      },
      nodes: [
        { kind: 'queue', id: 'left' },
        { kind: 'queue', id: 'right' },
        { kind: 'queueGet', id: 'left_get', queue: 'left', chain: [{ callback: 'relay' }] },
        { kind: 'queueGet', id: 'right_get', queue: 'right', chain: [{ callback: 'to_left' }] },
        { kind: 'callLater', id: 'pass_on', delay: 0, call: 'to_right', starts: 'never' },
        { kind: 'callLater', id: 'server', delay: 0, call: 'serve' },
      ],
    },
  ),
  runaway('a queue that is only ever filled', 'instant', ['filler', 'heap'], {
    functions: { fill: [put('heap'), start('filler')] },
    nodes: [
      { kind: 'queue', id: 'heap' },
      { kind: 'callLater', id: 'filler', delay: 0, call: 'fill' },
    ],
  }),
  runaway('gets that wait for what nobody puts', 'instant', ['asker', 'hope'], {
    functions: { ask: [start('hope'), start('asker')] },
    nodes: [
      { kind: 'queue', id: 'empty' },
      { kind: 'queueGet', id: 'hope', queue: 'empty', starts: 'never' },
      { kind: 'callLater', id: 'asker', delay: 0, call: 'ask' },
    ],
  }),
  runaway('guarded calls that start guarded calls', 'instant', ['rest', 'turn'], {
    functions: {
      take: [{ do: 'returnDeferred', node: 'rest', start: true }],
      hand_on: [start('turn')],
    },
    nodes: [
      { kind: 'semaphore', id: 'lock', tokens: 1 },
      {
        kind: 'guarded',
        id: 'turn',
        semaphore: 'lock',
        call: 'take',
        chain: [{ callback: 'hand_on' }],
      },
      { kind: 'deferLater', id: 'rest', delay: 0, starts: 'never' },
    ],
  }),
  runaway('guarded calls that pile up before a semaphore', 'instant', ['crowd', 'usher'], {
    functions: {
      hold: [{ do: 'returnDeferred', node: 'never_done', start: true }],
      let_in: [start('crowd'), start('usher')],
    },
    nodes: [
      { kind: 'semaphore', id: 'door', tokens: 2 },
      { kind: 'guarded', id: 'crowd', semaphore: 'door', call: 'hold', starts: 'never' },
      { kind: 'deferred', id: 'never_done', starts: 'never' },
      { kind: 'callLater', id: 'usher', delay: 0, call: 'let_in' },
    ],
  }),
  runaway('a service that its member starts again', 'instant', ['member', 'nest', 'reviver'], {
    functions: { upset: [{ do: 'stop', node: 'nest' }, start('reviver')], revive: [start('nest')] },
    nodes: [
      { kind: 'service', id: 'nest' },
      {
        kind: 'callLater',
        id: 'member',
        delay: 0,
        call: 'upset',
        service: 'nest',
        starts: 'service',
      },
      { kind: 'callLater', id: 'reviver', delay: 0, call: 'revive', starts: 'never' },
    ],
  }),
];
