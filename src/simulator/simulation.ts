import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { toFailure } from '#reactor/failure.ts';
import { Reactor } from '#reactor/reactor.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';

import { createRecorder } from './recorder.ts';
import { createNodes } from './startNode.ts';
import { DEFAULT_LIMITS, type RunLimits } from './limits.ts';
import { toTraceValue } from './toTraceValue.ts';

/** A run of a program, done in slices by whoever drives it. */
export interface Simulation {
  /** The virtual time that it has reached. */
  readonly time: Seconds;
  /**
   * Runs on for about so many events. Gives null where there is more to do, else how it ended;
   * an ended run that is run again gives its end again.
   */
  run(events: number): RunEnd | null;
  /** Lets a run that has reached its horizon go on to a later one, from its live state. */
  extend(horizon: Seconds): void;
  /** The events since the last call, or null where there are none. */
  takeBatch(): TraceBatch | null;
}

/** Times are kept to the nanosecond: nominally equal times are equal, and rule O-1 orders them. */
const RESOLUTION: Seconds = 1e-9;

/** Begins a run; nothing happens before the first slice. The same program always runs the same way. */
export function createSimulation(program: Program, limits: RunLimits = DEFAULT_LIMITS): Simulation {
  const reactor = new Reactor({ resolution: RESOLUTION });
  const recorder = createRecorder(() => reactor.seconds(), limits);
  const nodes = createNodes(program, reactor, recorder);
  let { horizon } = program;
  let begun = false;

  reactor.probe = {
    passBegan: () => {
      recorder.reactor('passBegan');
    },
    passEnded: () => {
      recorder.reactor('passEnded');
    },
  };

  /** The nodes that start with the program are start-up hooks, in document order. */
  const begin = (): void => {
    begun = true;
    program.nodes.forEach((node, index) => {
      if (node.starts !== 'program') return;
      reactor.callWhenRunning(() => {
        try {
          nodes.start(index);
        } catch (thrown) {
          const value = toTraceValue(toFailure(thrown));
          recorder.event('loggedError', { node: index, instance: 0 }, value);
          throw thrown;
        }
      });
    });
    recorder.within(recorder.reactor('startup'), () => reactor.startRunning());
    reactor.runUntilCurrent();
  };

  const ended = (why: RunEnd['why'], time: Seconds): RunEnd => ({
    why,
    time,
    unhandled: [...nodes.unhandled].map(({ node, instance, deferred }) => ({
      node,
      instance,
      error: toTraceValue(deferred?.result),
    })),
    limit: recorder.reached,
  });

  return {
    get time() {
      return reactor.seconds();
    },
    run(events) {
      const target = recorder.length + events;
      if (!begun) begin();
      for (;;) {
        if (recorder.reached !== null) return ended('limit', reactor.seconds());
        if (!reactor.started) return ended('stopped', reactor.seconds());
        const next = reactor.nextTime();
        if (next === null) return ended('idle', reactor.seconds());
        if (next > horizon) return ended('horizon', Math.max(horizon, reactor.seconds()));
        if (recorder.length >= target) return null;
        reactor.sleepUntil(next);
        reactor.runUntilCurrent();
      }
    },
    extend(later) {
      horizon = Math.max(horizon, later);
    },
    takeBatch: () => recorder.takeBatch(),
  };
}
