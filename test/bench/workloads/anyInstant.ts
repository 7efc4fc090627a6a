import { createStateCursor, type StateCursor } from '#trace/stateCursor.ts';
import type { Trace } from '#trace/traceTable.ts';

import { createObjectFold, type ObjectFold } from '../../support/objectFold/objectFold.ts';
import type { ObjectState } from '../../support/objectFold/objectState.ts';
import { once } from '../once.ts';
import { random } from '../random.ts';
import type { Done, Workload } from '../workload.ts';
import { serviceTrace } from './serviceTrace.ts';

/** Seeks of a round, steps of a round, and from where those are made. */
const SEEKS = 1000;
const SLOW_SEEKS = 10;
const STEPS = 20_000;

/** W9: the state after any event of a long run of 1 000 nodes. */
export function anyInstant(events: number): readonly Workload[] {
  const trace = once(() => serviceTrace(events));
  const ready = once(() => {
    const cursor = createStateCursor(trace());
    cursor.prepare(events);
    return cursor;
  });
  const objects = once(() => createObjectCursor(trace()));
  const inBoth = [
    {
      name: `W9 fold of ${events} events`,
      unit: 'folds',
      measures: 'milliseconds',
      contenders: [
        { name: 'cursor', run: () => timed(trace, 3, (all) => folded(all)) },
        { name: 'objects', run: () => timed(trace, 1, (all) => createObjectCursor(all)) },
      ],
      goals: [{ of: 'objects', to: 'cursor', atLeast: 5 }],
      limits: [{ of: 'cursor', atMost: 100 }],
    },
    {
      name: `W9 seek in ${events} events`,
      unit: 'seeks',
      measures: 'milliseconds',
      contenders: [
        { name: 'cursor', run: () => seeks(SEEKS, events, (count) => ready().at(count)) },
        { name: 'objects', run: () => seeks(SEEKS, events, (count) => objects().at(count)) },
        {
          name: 'from the start',
          run: () => seeks(SLOW_SEEKS, events, (count) => createStateCursor(trace()).at(count)),
        },
      ],
      goals: [
        { of: 'objects', to: 'cursor', atLeast: 2 },
        { of: 'from the start', to: 'cursor', atLeast: 20 },
      ],
      limits: [{ of: 'cursor', atMost: 2 }],
    },
    {
      name: `W9 steps in ${events} events`,
      unit: 'steps',
      measures: 'rate',
      contenders: [
        { name: 'forward', run: () => steps(ready(), events / 2, 1) },
        { name: 'back', run: () => steps(ready(), events / 2 + STEPS, -1) },
        { name: 'objects forward', run: () => steps(objects(), events / 2, 1) },
      ],
      goals: [
        { of: 'back', to: 'forward', atLeast: 0.5 },
        { of: 'forward', to: 'objects forward', atLeast: 2 },
      ],
      limits: [],
    },
  ] as const;
  return [
    ...inBoth.map((workload): Workload => ({ ...workload, place: 'node' })),
    {
      name: `W9m memory of the states of ${events} events`,
      unit: 'event',
      measures: 'bytes',
      place: 'node',
      contenders: [
        { name: 'cursor', run: () => leaves(trace(), () => folded(trace())) },
        { name: 'objects', run: () => leaves(trace(), () => createObjectCursor(trace())) },
      ],
      goals: [],
      limits: [{ of: 'cursor', atMost: 20 / 3 }],
    },
    ...inBoth.map((workload): Workload => ({
      ...workload,
      name: `${workload.name}, in a worker of Chromium`,
      place: 'chromium',
    })),
  ];
}

function folded(trace: Trace): StateCursor {
  const cursor = createStateCursor(trace);
  cursor.prepare(trace.length);
  return cursor;
}

function leaves(trace: Trace, make: () => unknown): Done {
  return { operations: trace.length, kept: make() };
}

function timed(trace: () => Trace, times: number, make: (trace: Trace) => unknown): Done {
  const all = trace();
  let kept: unknown = null;
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    kept = make(all);
    return performance.now() - start;
  });
  return { operations: times, kept, times: [median(taken)] };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Seeks at random places; the first, which may make things ready, is not counted. Of each place the
 * quickest of three seeks counts: the others tell who else had the processor.
 */
function seeks(count: number, events: number, seek: (count: number) => unknown): Done {
  const next = random(count);
  const places = Array.from({ length: count }, () => Math.floor(next() * events));
  let kept = seek(events);
  const times = places.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < 3; pass += 1) {
    places.forEach((place, index) => {
      const start = performance.now();
      kept = seek(place);
      times[index] = Math.min(times[index] ?? 0, performance.now() - start);
    });
  }
  return { operations: count, kept, times };
}

/** Steps of one event. */
function steps(cursor: { at(count: number): unknown }, from: number, by: 1 | -1): Done {
  let kept = cursor.at(from);
  for (let step = 1; step <= STEPS; step += 1) kept = cursor.at(from + by * step);
  return { operations: STEPS, kept };
}

/** Keyframes of objects, as often as those of the cursor are on this trace. */
const OBJECT_DISTANCE = 16_384;

/** The same cursor in a plain way: a copy of all objects is kept every so many events. */
function createObjectCursor(trace: Trace): { at(count: number): ObjectState } {
  const keyframes: ObjectState[] = [];
  let fold: ObjectFold = createObjectFold(trace);
  for (let count = 0; count <= trace.length; count += 1) {
    if (count % OBJECT_DISTANCE === 0) keyframes.push(structuredClone(fold.snapshot()));
    if (count < trace.length) fold.step();
  }
  return {
    at(count) {
      const keyframe = keyframes[Math.floor(count / OBJECT_DISTANCE)];
      if (count < fold.count || (keyframe?.count ?? 0) > fold.count) {
        fold = createObjectFold(trace, keyframe);
      }
      while (fold.count < count) fold.step();
      return fold.snapshot();
    },
  };
}
