import { compile } from '#program/compile.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { createStateCursor } from '#trace/stateCursor.ts';
import { createTrace } from '#trace/traceTable.ts';

import { createLiveReader, factsOfState, SEVERAL, type Facts } from './liveState.ts';

/**
 * Runs a schedule and holds the fold of its trace against the live objects after every event. What
 * an event tells has happened at the latest when the next one is about to be written, and may have
 * before it was written itself: each fact must be that of one of these two moments, or have been so
 * in between.
 *
 * @returns the facts that differ, with the event after which they do; none where all is well.
 */
export function foldsToLiveState(schedule: Schedule, events: number): readonly string[] {
  const program = compile(schedule);
  const simulation = createSimulation(program, { events, instant: events });
  const { live } = simulation;
  const reader = createLiveReader(live);
  const after: Facts[] = [];
  const before: Facts[] = [];
  const between: ReadonlyMap<string, readonly string[]>[] = [];
  live.recorder.probe = {
    writes: () => {
      if (after.length > 0) {
        before.push(reader.read());
        between.push(reader.takePassing());
      }
    },
    written: () => {
      after.push(reader.read());
    },
  };
  const trace = createTrace(traceHeaderOf(program));
  for (let ended = simulation.run(1000); ended === null; ended = simulation.run(1000)) {
    // Runs to its end, or to its budget.
  }
  before.push(reader.read());
  between.push(reader.takePassing());
  for (const batch of simulation.takeBatches()) {
    trace.append(batch);
  }

  const differences: string[] = [];
  const severalCalls = new Set<string>();
  const cursor = createStateCursor(trace);
  // What comes behind the last event of a used-up budget is not in the trace.
  const known = live.recorder.reached === null ? trace.length : trace.length - 1;
  for (let event = 0; event < known; event += 1) {
    for (const [fact, folded] of factsOfState(
      trace.header,
      cursor.at(event + 1),
      live.pool !== null,
    )) {
      // A loop that is started anew within its tick has several calls, and knows but the last one.
      if (folded === SEVERAL) severalCalls.add(fact);
      if (severalCalls.has(fact)) continue;
      const moments = [after[event]?.get(fact), before[event]?.get(fact)];
      moments.push(...(between[event]?.get(fact) ?? []));
      // A call that a pass begins with stands in no list of the reactor, and is pending until it runs.
      if (fact === 'pending' && trace.kindAt(event) === 'passBegan') {
        moments.push(after[event - 1]?.get(fact));
      }
      // A Deferred that came into being with a failure: that it failed is told first, then the mark.
      if (event + 1 < trace.length && trace.kindAt(event + 1) === 'unhandled') {
        moments.push(fact.endsWith('unhandled') ? 'false' : undefined);
      }
      // Whoever takes a result has, until that is told too, the other Deferred as its own.
      if (trace.kindAt(event) === 'taken' && moments.includes('null')) continue;
      // The next event is that of a newer instance: of this one the objects tell no more.
      if (fact.endsWith('loop running') && moments.includes(undefined)) continue;
      if (moments.includes(folded)) continue;
      const { subject, text } = describeEvent(trace, event);
      differences.push(
        `after ${event} (${subject} ${text}): ${fact} is ${moments.join(' or ')}, folded ${folded}`,
      );
    }
  }
  return differences;
}
