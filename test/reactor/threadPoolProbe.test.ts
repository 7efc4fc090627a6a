import { expect, test } from 'vitest';

import { Reactor } from '#reactor/reactor.ts';
import { ThreadPool } from '#reactor/threadPool.ts';

test('a probe hears of workers and jobs, with the lowest free number for each worker (H-1, H-12)', () => {
  const reactor = new Reactor();
  const pool = new ThreadPool(reactor, 0, 2);
  const heard: string[] = [];
  const say = (what: string): number => heard.push(`${reactor.seconds()} ${what}`);
  pool.probe = {
    queued: (job) => say(`${job.name} queued`),
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
    '0 worker 0',
    '0 worker 1',
    '0 short queued',
    '0 long begins on 0',
    '0 short begins on 1',
    '1 short ends on 1',
    '1 short begins on 1',
    '2 long ends on 0',
    '2 short ends on 1',
    '5 no worker 0',
    '6 worker 0',
    '6 short begins on 1',
    '6 long begins on 0',
    '7 short ends on 1',
    '8 long ends on 0',
    '8 no worker 0',
    '8 no worker 1',
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
