import fc from 'fast-check';
import { expect, test } from 'vitest';

import { StreamMatch } from '#trace/streamMatch.ts';

/** Which index of the present times belongs to which of the earlier ones. */
function matched(pinned: readonly number[], own: readonly number[]): readonly string[] {
  const pairs: string[] = [];
  const match = new StreamMatch({
    pinnedNext: new Int32Array(pinned.length),
    ownNext: new Int32Array(own.length),
    pinnedTime: (event) => pinned[event] ?? NaN,
    ownTime: (event) => own[event] ?? NaN,
    pair: (one, other) => pairs.push(`${one} ${other}`),
  });
  pinned.forEach((_, event) => match.addPinned(event));
  own.forEach((_, event) => match.addOwn(event));
  match.drain();
  return pairs.toSorted();
}

/** The same by looking for the partner of each time, and at each gap on its own. */
function naive(pinned: readonly number[], own: readonly number[]): readonly string[] {
  const rank = (times: readonly number[], index: number): number =>
    times.slice(0, index).filter((time) => time === times[index]).length;
  const anchors = own.flatMap((time, other) => {
    const one = pinned.findIndex(
      (at, index) => at === time && rank(pinned, index) === rank(own, other),
    );
    return one < 0 ? [] : [[one, other] as const];
  });
  const pairs = anchors.map(([one, other]) => `${one} ${other}`);
  const edges = [[-1, -1] as const, ...anchors, [pinned.length, own.length] as const];
  for (let gap = 1; gap < edges.length; gap += 1) {
    const [fromOne = 0, fromOther = 0] = edges[gap - 1] ?? [];
    const [toOne = 0, toOther = 0] = edges[gap] ?? [];
    const count = Math.min(toOne - fromOne, toOther - fromOther) - 1;
    for (let index = 1; index <= count; index += 1) {
      pairs.push(`${fromOne + index} ${fromOther + index}`);
    }
  }
  return pairs.toSorted();
}

test('events at one time belong to each other, and what is left over between them in its order', () => {
  const times = fc
    .array(fc.nat(20), { maxLength: 25 })
    .map((all) => all.toSorted((one, other) => one - other));
  fc.assert(
    fc.property(times, times, (pinned, own) => {
      expect(matched(pinned, own)).toEqual(naive(pinned, own));
    }),
    { numRuns: 1000 },
  );
});
