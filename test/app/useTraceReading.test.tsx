import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';
import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { StudioContext } from '#store/useStudio.ts';
import { createTrace } from '#trace/traceTable.ts';

import { openStudio } from '../support/openStudio.ts';
import { runInSlices } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** Reads nothing but how far it has come, slowly. */
function createCounter(): { readonly reader: TraceReader<TraceReading>; readonly from: number[] } {
  const from: number[] = [];
  const reader: TraceReader<TraceReading> = {
    slice: 8,
    begin: (trace) => ({ trace, read: 0 }),
    continues: (known, trace) => known.trace === trace,
    readOn(known, upTo) {
      if (upTo <= known.read) return known;
      from.push(known.read);
      return { trace: known.trace, read: upTo };
    },
  };
  return { reader, from };
}

const beating = schedule({
  horizon: 400,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: [{ kind: 'loopingCall', id: 'beat', interval: 1, call: 'tick' }],
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows how far a reader has come in a studio whose run gets its events when it is told to. */
async function showReading(reader: TraceReader<TraceReading>) {
  const { studio } = await openStudio();
  const { batches, header } = runInSlices(beating, 40);
  const trace = createTrace(header);
  const seen: number[] = [];
  function Reading(): ReactNode {
    seen.push(useTraceReading(reader).read);
    return null;
  }
  const info = studio.run.getState();
  studio.run.setState({ ...info, trace, revision: info.revision + 1 });
  render(
    <StudioContext value={studio}>
      <Reading />
    </StudioContext>,
  );
  return {
    trace,
    batches,
    seen,
    append(batch: (typeof batches)[number]) {
      act(() => {
        trace.append(batch);
        const run = studio.run.getState();
        studio.run.setState({ ...run, revision: run.revision + 1 });
      });
    },
    dispose: () => {
      studio.dispose();
    },
  };
}

test('while events keep coming, reading goes on from where it was', async () => {
  const { reader, from } = createCounter();
  const { trace, batches, seen, append, dispose } = await showReading(reader);
  expect(batches.length).toBeGreaterThan(10);
  for (const batch of batches) {
    append(batch);
    // The next one comes before a turn that began with this one would.
    act(() => {
      vi.advanceTimersByTime(2);
    });
  }
  // A slice may be read twice, by a turn and by the next look at the list, but not all that was read.
  const again = from.filter((start, index) => start < Math.max(...from.slice(0, index), 0) - 8);
  expect([(seen.at(-1) ?? 0) > trace.length - 40, again]).toEqual([true, []]);
  dispose();
});

test('all is read once events no longer come, and then nothing more', async () => {
  const { reader, from } = createCounter();
  const { trace, batches, seen, append, dispose } = await showReading(reader);
  for (const batch of batches) append(batch);
  act(() => {
    vi.advanceTimersByTime(200);
  });
  const turns = from.length;
  act(() => {
    vi.advanceTimersByTime(200);
  });
  expect([seen.at(-1), from.length, vi.getTimerCount()]).toEqual([trace.length, turns, 0]);
  dispose();
});
