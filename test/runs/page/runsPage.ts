import type { Milliseconds } from '#base/units.ts';
import { compile } from '#program/compile.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient } from '#worker/client.ts';

import { PAGE_WORKER_HOST } from '../../support/pageWorkerHost.ts';
import { outcomeOf } from '../outcome.ts';
import type { PageRun, RunInPage } from './runInPage.ts';

// A page with the simulator's worker and a button, to see that the page lives while the worker runs.
const button = document.createElement('button');
let clicks = 0;
button.addEventListener('click', () => {
  clicks += 1;
  button.textContent = `${clicks} clicks`;
});
button.textContent = 'no clicks';
document.body.append(button);

let trace: Trace = createTrace(EMPTY_HEADER);
let ended: (end: RunEnd) => void = () => {};
let failed: (why: string) => void = () => {};
const client = createSimulatorClient(PAGE_WORKER_HOST, {
  began: (header) => {
    trace = createTrace(header);
  },
  batch: (batch) => trace.append(batch),
  ended: (end) => ended(end),
  broken: (message) => failed(message),
  // A busy machine may keep a worker from its answer; the run is then done again, the same.
  restarted: () => {},
});

const runInPage: RunInPage = async (schedules) => {
  const runs: PageRun[] = [];
  for (const [index, schedule] of schedules.entries()) {
    const silence = watchSilence();
    const end = await new Promise<RunEnd>((resolve, reject) => {
      ended = resolve;
      failed = (why) => reject(new Error(`Schedule ${index}: ${why}`));
      const program = compile(schedule);
      client.simulate(program, program.horizon);
    });
    const longestSilence = silence();
    runs.push({ outcome: await outcomeOf(trace, end), longestSilence });
  }
  return runs;
};
Object.assign(globalThis, { runInPage });

/** Measures for how long the page does not come to its timers; gives what ends that. */
function watchSilence(): () => Milliseconds {
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
