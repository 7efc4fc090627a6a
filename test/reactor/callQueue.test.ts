import fc from 'fast-check';
import { expect, test } from 'vitest';

import { CallQueue } from '#reactor/callQueue.ts';
import { DelayedCall, type DelayedCallOwner } from '#reactor/delayedCall.ts';

const OWNER: DelayedCallOwner = {
  seconds: () => 0,
  readStamp: () => 0,
  nominal: (time) => time,
  onCancel: () => {},
  onMoved: () => {},
};

const place = fc.record({ time: fc.nat({ max: 9 }), stamp: fc.nat({ max: 9 }) });

const callAt = ({ time, stamp }: { time: number; stamp: number }): DelayedCall =>
  new DelayedCall(OWNER, time, stamp, () => {});

const popFirst = (queue: CallQueue): DelayedCall | null =>
  queue.popDue(Number.POSITIVE_INFINITY, 0);

test('an empty queue has no first call', () => {
  const queue = new CallQueue();
  expect([queue.firstTime(), popFirst(queue), queue.toArray()]).toEqual([null, null, []]);
});

test('a queue gives only calls that are due, by time and then by stamp', () => {
  const queue = new CallQueue();
  const [early, late] = [callAt({ time: 1, stamp: 1 }), callAt({ time: 1, stamp: 3 })];
  queue.push(late);
  queue.push(early);
  expect([queue.popDue(1, 0), queue.popDue(1, 2), queue.popDue(1, 2)]).toEqual([null, early, null]);
  expect([queue.firstTime(), queue.popDue(2, 0), queue.firstTime()]).toEqual([1, late, null]);
});

test('calls come out in order, each once, however they are taken out, queued again and moved up', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('push' as const), place }),
    fc.record({ do: fc.constant('pop' as const), place }),
    fc.record({ do: fc.constant('look' as const), place }),
    fc.record({ do: fc.constant('moveUp' as const), place }),
    fc.record({ do: fc.constant('cancel' as const), place }),
  );
  const property = fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
    const queue = new CallQueue();
    let expected: DelayedCall[] = [];
    acts.forEach((step, index) => {
      // Stamps are not given twice.
      const stamp = step.place.stamp * 100 + index;
      const chosen = expected[step.place.stamp];
      expected.sort((a, b) => a.time - b.time || a.stamp - b.stamp);
      if (step.do === 'push') {
        const call = callAt({ time: step.place.time, stamp });
        queue.push(call);
        expected.push(call);
      } else if (step.do === 'pop') {
        const { time } = step.place;
        const first = expected[0];
        const due = first !== undefined && first.time < time ? first : null;
        expect(queue.popDue(time, -1)).toBe(due);
        expected = expected.filter((call) => call !== due);
      } else if (step.do === 'look') {
        expect(queue.firstTime()).toBe(expected[0]?.time ?? null);
      } else if (chosen !== undefined && step.do === 'moveUp') {
        chosen.time -= 1;
        queue.push(chosen);
      } else if (chosen !== undefined) {
        chosen.cancelled = true;
        expected = expected.filter((call) => call !== chosen);
      }
      expect(new Set(queue.toArray())).toEqual(new Set(expected));
      expect(queue.toArray()).toHaveLength(expected.length);
    });
  });
  fc.assert(property, { numRuns: 500 });
});
