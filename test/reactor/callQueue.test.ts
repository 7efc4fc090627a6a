import fc from 'fast-check';
import { expect, test } from 'vitest';

import { CallQueue } from '#reactor/callQueue.ts';
import { DelayedCall, type DelayedCallOwner } from '#reactor/delayedCall.ts';

const OWNER: DelayedCallOwner = {
  seconds: () => 0,
  readStamp: () => 0,
  nominal: (time) => time,
  onCancel: () => {},
  onSooner: () => {},
};

const place = fc.record({ time: fc.nat({ max: 9 }), stamp: fc.nat({ max: 9 }) });

const callAt = ({ time, stamp }: { time: number; stamp: number }): DelayedCall =>
  new DelayedCall(OWNER, time, stamp, () => {});

test('an empty queue has no first call', () => {
  const queue = new CallQueue();
  expect([queue.size, queue.peek(), queue.pop(), queue.toArray()]).toEqual([
    0,
    undefined,
    undefined,
    [],
  ]);
});

test('a queue gives its calls by time, then by stamp, also after some were moved up', () => {
  const moves = fc.array(fc.record({ which: fc.nat({ max: 40 }), by: fc.nat({ max: 5 }) }));
  const sorted = fc.property(
    fc.array(place, { minLength: 1, maxLength: 40 }),
    moves,
    (places, ups) => {
      const queue = new CallQueue();
      const calls = places.map(callAt);
      calls.forEach((call) => queue.push(call));
      for (const { which, by } of ups) {
        const call = calls[which % calls.length] as DelayedCall;
        call.time -= by;
        queue.moveUp(call);
      }
      const given = calls.map(() => queue.pop() as DelayedCall);
      const keys = (list: readonly DelayedCall[]): number[][] =>
        list.map((call) => [call.time, call.stamp]);
      expect(new Set(given)).toEqual(new Set(calls));
      expect(keys(given)).toEqual(
        keys(calls.toSorted((a, b) => a.time - b.time || a.stamp - b.stamp)),
      );
      expect(queue.size).toBe(0);
    },
  );
  fc.assert(sorted);
});

test('moving a call up that has left the queue does nothing', () => {
  const queue = new CallQueue();
  const [first, second] = [callAt({ time: 1, stamp: 1 }), callAt({ time: 2, stamp: 2 })];
  queue.push(second);
  queue.push(first);
  queue.pop();
  first.time = 0;
  queue.moveUp(first);
  expect(queue.toArray()).toEqual([second]);
});
