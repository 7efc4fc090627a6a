import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FailureReader, type FailureNews } from '#trace/failureReader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE, reprOf } from '#trace/traceValue.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

function newsOf(trace: Trace): readonly FailureNews[] {
  const reader = new FailureReader();
  return Array.from({ length: trace.length }, (_, event) => reader.read(trace, event));
}

/** The same by looking back at all that happened to the instance. */
function naive(trace: Trace): readonly FailureNews[] {
  const instanceOf = (event: number): string => `${trace.nodeAt(event)} ${trace.instanceAt(event)}`;
  const text = (event: number): string => reprOf(trace.valueAt(event) ?? NONE);
  const before = (event: number, isMeant: (kind: string) => boolean): number | undefined => {
    for (let other = event - 1; other >= 0; other -= 1) {
      if (instanceOf(other) === instanceOf(event) && isMeant(trace.kindAt(other))) return other;
    }
    return undefined;
  };
  return Array.from({ length: trace.length }, (_, event): FailureNews => {
    const kind = trace.kindAt(event);
    if (kind === 'raised') return 'failure';
    if (kind === 'unhandled') return 'unhandled';
    if (kind === 'failed' || kind === 'loggedError') {
      const last = before(event, (other) => other !== 'ended' && other !== 'jobEnded');
      const isKnown = last !== undefined && trace.kindAt(last) === 'raised';
      return isKnown && text(last) === text(event) ? null : 'failure';
    }
    if (kind !== 'reported') return null;
    const last = before(event, (other) =>
      ['unhandled', 'handled', 'taken', 'reported'].includes(other),
    );
    return last !== undefined && trace.kindAt(last) === 'unhandled' ? null : 'unhandled';
  });
}

test('a failure is told once, as one finds by looking back from each event', () => {
  fc.assert(
    fc.property(SCHEDULES, (document) => {
      const { trace } = run(document, { events: 600, instant: 600 });
      expect(newsOf(trace)).toEqual(naive(trace));
    }),
    { numRuns: 200 },
  );
});

test('who raises, fails and reports one failure has one, whatever kind of node it is', () => {
  const error = { type: 'ValueError', message: 'no' };
  const { trace } = run(
    schedule({
      horizon: 10,
      functions: {
        boom: [{ do: 'raise', error }],
        again: [{ do: 'start', node: 'later' }],
        wait: [{ do: 'await', node: 'later', start: true }],
        fail: [{ do: 'fail', node: 'plain', error }],
        slow: [{ do: 'block', for: 3 }],
      },
      nodes: [
        { id: 'call', kind: 'callLater', delay: 1, call: 'boom' },
        { id: 'loop', kind: 'loopingCall', interval: 2, call: 'boom' },
        { id: 'task', kind: 'cooperate', count: 2, call: 'boom' },
        { id: 'job', kind: 'deferToThread', call: 'boom' },
        { id: 'busy', kind: 'callLater', delay: 0, call: 'slow' },
        { id: 'later', kind: 'deferLater', starts: 'never', delay: 1, call: 'boom' },
        { id: 'waits', kind: 'coroutine', call: 'wait' },
        { id: 'more', kind: 'callLater', delay: 5, call: 'again' },
        { id: 'evenMore', kind: 'callLater', delay: 8, call: 'again' },
        { id: 'plain', kind: 'deferred', chain: [] },
        { id: 'fails', kind: 'callLater', delay: 2, call: 'fail' },
      ],
    }),
  );
  const counts = new Map<string, [failures: number, unhandled: number]>();
  newsOf(trace).forEach((news, event) => {
    if (news === null) return;
    const id = trace.header.nodes[trace.nodeAt(event)]?.id ?? 'reactor';
    const count = counts.get(id) ?? [0, 0];
    count[news === 'failure' ? 0 : 1] += 1;
    counts.set(id, count);
  });
  expect(Object.fromEntries(counts)).toEqual({
    call: [1, 0],
    loop: [1, 1],
    task: [1, 1],
    job: [1, 1],
    // The first one of three is the coroutine's, which raises it once more.
    later: [3, 2],
    waits: [1, 1],
    plain: [1, 1],
  });
});
