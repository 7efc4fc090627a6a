import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import {
  DeferredLock,
  DeferredSemaphore,
  type ConcurrencyPrimitive,
} from '#reactor/deferredLock.ts';
import { inlineCallbacks } from '#reactor/inlineCallbacks.ts';

/** Notes what a lock or semaphore tells; an acquire is named by the order in which it is first told of. */
function listen(primitive: ConcurrencyPrimitive): {
  readonly heard: string[];
  nameOf(acquire: Deferred | null): string;
} {
  const heard: string[] = [];
  const acquires: Deferred[] = [];
  const nameOf = (acquire: Deferred | null): string => {
    if (acquire === null) return 'somebody';
    if (!acquires.includes(acquire)) acquires.push(acquire);
    return 'ABCDE'[acquires.indexOf(acquire)] ?? '?';
  };
  primitive.probe = {
    queued: ({ waiting }, acquire) =>
      heard.push(`${nameOf(acquire)} waits as number ${waiting.indexOf(acquire) + 1}`),
    taken: (_, acquire, waited) =>
      heard.push(`${nameOf(acquire)} has a token ${waited ? 'after a wait' : 'at once'}`),
    released: (_, free, acquire) => heard.push(`${nameOf(acquire)} releases, ${free} free`),
    removed: ({ waiting }, acquire) =>
      heard.push(`${nameOf(acquire)} is removed, ${waiting.length} wait`),
  };
  return { heard, nameOf };
}

test('a probe hears whose guarded call holds a token, waits for one and gives it back (P-3, P-6)', () => {
  const semaphore = new DeferredSemaphore(2);
  const { heard, nameOf } = listen(semaphore);
  const work = [new Deferred(), new Deferred(), new Deferred()];
  const runs = work.map((deferred, index) =>
    semaphore.run(() => {
      heard.push(`job ${index} begins`);
      return deferred;
    }),
  );
  runs.forEach((run, index) => run.addCallback(() => heard.push(`run ${index} has its result`)));
  work[1]?.callback(null);
  work[2]?.callback(null);

  expect(runs.map(nameOf)).toEqual(['A', 'B', 'C']);
  expect(heard).toEqual([
    'A has a token at once',
    'job 0 begins',
    'B has a token at once',
    'job 1 begins',
    'C waits as number 1',
    'B releases, 1 free',
    'C has a token after a wait',
    'job 2 begins',
    'run 1 has its result',
    'C releases, 1 free',
    'run 2 has its result',
  ]);
});

test('a probe hears of an acquire that is cancelled, and of a release by hand (P-1, P-5)', () => {
  const lock = new DeferredLock();
  const { heard, nameOf } = listen(lock);
  const [a, b, c] = [lock.acquire(), lock.acquire(), lock.acquire()];
  b.addErrback(() => heard.push('B fails'));
  b.cancel();
  lock.release();
  lock.release();
  expect(() => lock.release()).toThrow('Tried to release an unlocked lock');

  expect([a, b, c].map(nameOf)).toEqual(['A', 'B', 'C']);
  expect(heard).toEqual([
    'A has a token at once',
    'B waits as number 1',
    'C waits as number 2',
    'B is removed, 1 wait',
    'B fails',
    'somebody releases, 1 free',
    'C has a token after a wait',
    'somebody releases, 1 free',
  ]);
});

test('a block of a coroutine releases in the name of its acquire (P-11)', () => {
  const lock = new DeferredLock();
  const { heard } = listen(lock);
  inlineCallbacks(function* () {
    yield* lock.hold(function* () {
      yield null;
      heard.push('the block runs');
    });
  })();
  expect(heard).toEqual(['A has a token at once', 'the block runs', 'A releases, 1 free']);
});
