import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import type { Program } from '#program/program.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient, type SimulatorThread, type SpawnThread } from '#worker/client.ts';
import type { ToWorker } from '#worker/protocol.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { spawnInProcess } from '../support/testHost.ts';

const busy = schedule({
  horizon: 3000,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: [
    { id: 'fast', kind: 'loopingCall', interval: 0.25, call: 'tick' },
    { id: 'slow', kind: 'loopingCall', interval: 1, call: 'tick' },
  ],
});

interface Run {
  readonly trace: Trace;
  readonly heard: readonly string[];
}

/** Simulates through a client whose threads `spawn` makes; `during` sees each batch come. */
function simulate(
  program: Program,
  spawn: SpawnThread,
  during: (batches: number, tick: () => void) => void = () => {},
): Promise<Run> {
  return new Promise((resolve) => {
    let trace: Trace = createTrace(EMPTY_HEADER);
    let batches = 0;
    let tick = (): void => {};
    const heard: string[] = [];
    const client = createSimulatorClient(
      {
        spawn,
        every(_, f) {
          tick = f;
          return () => {};
        },
        now: () => performance.now(),
      },
      {
        began: (header) => {
          trace = createTrace(header);
          heard.push('began');
        },
        batch: (batch) => {
          trace.append(batch);
          batches += 1;
          during(batches, tick);
        },
        ended: (end) => {
          heard.push(`ended: ${end.why}`);
          client.dispose();
          resolve({ trace, heard });
        },
        broken: (message) => {
          heard.push(`broken: ${message}`);
          client.dispose();
          resolve({ trace, heard });
        },
        restarted: () => heard.push('restarted'),
      },
    );
    client.simulate(program, program.horizon);
  });
}

test('a run through the thread has the events of a run without one', async () => {
  const { trace, heard } = await simulate(compile(busy), spawnInProcess);
  expect([heard, lines(trace)]).toEqual([['began', 'ended: horizon'], lines(run(busy).trace)]);
});

test('a thread that dies in the middle is replaced, and the run is the same', async () => {
  let died: ((reason: string) => void) | null = null;
  const spawn: SpawnThread = (receive, onDeath) => {
    died = onDeath;
    return spawnInProcess(receive, onDeath);
  };
  const { trace, heard } = await simulate(compile(busy), spawn, (batches) => {
    if (batches === 2 || batches === 5) died?.('boom');
  });
  expect([heard, lines(trace)]).toEqual([
    ['began', 'restarted', 'restarted', 'ended: horizon'],
    lines(run(busy).trace),
  ]);
});

test('a thread that falls silent is noticed by its pings, and replaced', async () => {
  let spawned = 0;
  const spawn: SpawnThread = (receive, died) => {
    spawned += 1;
    if (spawned > 1) return spawnInProcess(receive, died);
    // The first one says something and then nothing more.
    let said = 0;
    return spawnInProcess((message) => {
      said += 1;
      if (said <= 2) receive(message);
    }, died);
  };
  const { trace, heard } = await simulate(compile(busy), spawn, (batches, tick) => {
    if (batches === 1) for (let second = 0; second < 6; second += 1) tick();
  });
  expect([heard, trace.length]).toEqual([
    ['began', 'restarted', 'ended: horizon'],
    run(busy).trace.length,
  ]);
});

test('a thread that cannot live is given up after a few tries, and says why', async () => {
  const spawn: SpawnThread = (_, died): SimulatorThread => {
    setTimeout(() => died('no memory'));
    return { post: () => {}, terminate: () => {} };
  };
  const { heard } = await simulate(compile(busy), spawn);
  expect(heard).toEqual(['restarted', 'restarted', 'restarted', 'broken: no memory']);
});

test('the worker is never more than a few batches ahead of what the page has taken', async () => {
  let sent = 0;
  let taken = 0;
  let most = 0;
  const spawn: SpawnThread = (receive, died) => {
    const thread = spawnInProcess((message) => {
      if (message.type === 'pong') return;
      sent = message.number + 1;
      most = Math.max(most, sent - taken);
      // A slow page: messages wait before they are taken.
      setTimeout(() => receive(message), 5);
    }, died);
    return {
      post(message: ToWorker) {
        taken = message.taken;
        thread.post(message);
      },
      terminate: () => thread.terminate(),
    };
  };
  const { trace } = await simulate(compile({ ...busy, horizon: 20_000 }), spawn);
  expect([trace.length > 100_000, most <= 4]).toEqual([true, true]);
});

test('a newer run takes the place of an older one, whose late messages mean nothing', async () => {
  const short = compile({ ...busy, horizon: 2 });
  const heard: string[] = [];
  let trace: Trace | null = null;
  await new Promise<void>((resolve) => {
    const client = createSimulatorClient(
      { spawn: spawnInProcess, every: () => () => {}, now: () => performance.now() },
      {
        began: (header) => {
          heard.push('began');
          trace = createTrace(header);
        },
        batch: (batch) => trace?.append(batch),
        ended: (end) => {
          heard.push(`ended at ${end.time}`);
          client.dispose();
          resolve();
        },
        broken: (message) => heard.push(message),
        restarted: () => heard.push('restarted'),
      },
    );
    client.simulate(compile({ ...busy, horizon: 1e6 }), 1e6);
    setTimeout(() => client.simulate(short, 2), 30);
  });
  expect([heard, (trace as Trace | null)?.length]).toEqual([
    ['began', 'began', 'ended at 2'],
    run({ ...busy, horizon: 2 }).trace.length,
  ]);
});
