import { getHeapStatistics } from 'node:v8';

import { compile } from '#program/compile.ts';
import { createSimulation } from '#simulator/simulation.ts';

import { DAY, serviceDay } from './serviceDay.ts';

/** How many events are simulated between two looks; what they leave in the trace is let go. */
const SLICE = 10_000;

/** So many events must come, and memory is compared between these two places. */
const EARLY = 1e6;
const LATE = 1e7;

/** By how much the memory may grow between them: what lives, and what the process holds. */
const MOST_GROWTH = { heap: 4, resident: 24 } as const;

const MEGABYTE = 2 ** 20;

/** What lives after a collection, and what the process holds, in megabytes. */
function memory(): { readonly heap: number; readonly resident: number } {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: (heapUsed + arrayBuffers) / MEGABYTE, resident: rss / MEGABYTE };
}

const simulation = createSimulation(compile(serviceDay()), { events: 2 * LATE, instant: 100_000 });
const faults: string[] = [];
const start = performance.now();
let events = 0;
let early: ReturnType<typeof memory> | null = null;
let late: ReturnType<typeof memory> | null = null;
let end = simulation.run(SLICE);
for (; ; end = simulation.run(SLICE)) {
  for (const batch of simulation.takeBatches()) events += batch.count;
  if (early === null && events >= EARLY) early = memory();
  if (late === null && events >= LATE) late = memory();
  if (end !== null) break;
}
const seconds = (performance.now() - start) / 1000;

const oldSpace = process.execArgv.find((argument) => argument.includes('old-space')) ?? 'unset';
const peak = process.resourceUsage().maxRSS / 1024;
const limit = getHeapStatistics().heap_size_limit / MEGABYTE;
console.log(`virtual time   ${end.time / 3600} hours, ended by: ${end.why}`);
console.log(`events         ${events}`);
console.log(
  `taken          ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} events a second`,
);
console.log(
  `peak memory    ${peak.toFixed(0)} MB resident, with ${oldSpace} (heap limit ${limit.toFixed(0)} MB)`,
);
if (end.why !== 'horizon' || end.time !== DAY) faults.push('The day has not come to its end.');
if (early === null || late === null) faults.push(`There are fewer than ${LATE} events.`);
else {
  for (const [name, most] of Object.entries(MOST_GROWTH)) {
    const [before, after] = [early[name as keyof typeof early], late[name as keyof typeof late]];
    const growth = after - before;
    console.log(
      `${name.padEnd(14)} ${before.toFixed(1)} MB at ${EARLY} events, ${after.toFixed(1)} MB at ${LATE}: ` +
        `${growth.toFixed(1)} MB more, at most ${most} allowed`,
    );
    if (growth > most) faults.push(`The ${name} memory has grown by ${growth.toFixed(1)} MB.`);
  }
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
