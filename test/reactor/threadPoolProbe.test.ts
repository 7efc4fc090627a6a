import { expect, test } from 'vitest';

import { deferToThreadPool } from '#reactor/deferToThreadPool.ts';
import { Exception } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { Reactor } from '#reactor/reactor.ts';
import { ThreadPool } from '#reactor/threadPool.ts';

test('a probe hears of workers and jobs, with the lowest free number for each worker (H-1, H-12)', () => {
  const reactor = new Reactor();
  const pool = new ThreadPool(reactor, 0, 2);
  const heard: string[] = [];
  const say = (what: string): number => heard.push(`${reactor.seconds()} ${what}`);
  pool.probe = {
    running: (_, isRunning) => say(isRunning ? 'pool runs' : 'pool stops'),
    resized: (_, min, max) => say(`${min} to ${max} workers`),
    queued: (job) => say(`${job.name} queued`),
    assigned: (job, worker) => say(`${job.name} for ${worker}`),
    started: (job, worker) => say(`${job.name} begins on ${worker}`),
    ended: (job, worker) => say(`${job.name} ends on ${worker}`),
    workerMade: (worker) => say(`worker ${worker}`),
    workerEnded: (worker) => say(`no worker ${worker}`),
  };
  function* long(): Generator<number, void> {
    yield 2;
  }
  function* short(): Generator<number, void> {
    yield 1;
  }
  pool.start();
  reactor.callWhenRunning(() => {
    for (const job of [long, short, short]) pool.callInThread(job);
  });
  reactor.callLater(5, () => pool.adjustPoolsize(0, 1));
  reactor.callLater(6, () => {
    pool.adjustPoolsize(0, 2);
    pool.callInThread(short);
    pool.callInThread(long);
  });
  reactor.run();
  pool.stop();

  expect(heard).toEqual([
    '0 pool runs',
    '0 worker 0',
    '0 long for 0',
    '0 worker 1',
    '0 short for 1',
    '0 short queued',
    '0 long begins on 0',
    '0 short begins on 1',
    '1 short ends on 1',
    '1 short for 1',
    '1 short begins on 1',
    '2 long ends on 0',
    '2 short ends on 1',
    '5 0 to 1 workers',
    '5 no worker 0',
    '6 0 to 2 workers',
    '6 short for 1',
    '6 worker 0',
    '6 long for 0',
    '6 short begins on 1',
    '6 long begins on 0',
    '7 short ends on 1',
    '8 long ends on 0',
    '8 pool stops',
    '8 no worker 0',
    '8 no worker 1',
  ]);
});

test('a probe hears of results as they are handed over, and of jobs that come too late (H-4, H-14)', () => {
  const reactor = new Reactor();
  const pool = new ThreadPool(reactor, 0, 1);
  const heard: string[] = [];
  pool.probe = {
    ended: (job) => heard.push(`${job.name} ends`),
    delivered: (job, success, result) => {
      const shown = result instanceof Failure ? result.getErrorMessage() : String(result);
      heard.push(`${job.name} ${success ? 'gives' : 'fails with'} ${shown}`);
    },
    dropped: (job) => heard.push(`${job.name} is dropped`),
  };
  const well = (): number => 7;
  const badly = (): never => {
    throw new Exception('x');
  };
  pool.start();
  deferToThreadPool(reactor, pool, well).addCallback(() => heard.push('well has its result'));
  deferToThreadPool(reactor, pool, badly).addErrback(() => heard.push('badly has its failure'));
  pool.callInThread(well);
  reactor.run();
  pool.stop();
  pool.callInThread(well);

  expect(heard).toEqual([
    'well ends',
    'well gives 7',
    'badly ends',
    'badly fails with x',
    'well ends',
    'well has its result',
    'badly has its failure',
    'well is dropped',
  ]);
});

test('a reactor with a coarse resolution keeps the times of jobs to it', () => {
  const reactor = new Reactor({ resolution: 1e-3 });
  const pool = new ThreadPool(reactor, 0, 1);
  pool.start();
  const ends: number[] = [];
  const job = function* (): Generator<number, void> {
    for (let part = 0; part < 10; part += 1) yield 0.1;
  };
  pool.callInThreadWithCallback(() => ends.push(reactor.seconds()), job);
  reactor.run();
  expect(ends).toEqual([1]);
});
