import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { toFailure } from '#reactor/failure.ts';
import type { ThreadPool } from '#reactor/threadPool.ts';
import { KIND } from '#trace/eventKinds.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import { NO_INSTANCE } from '#trace/traceHeader.ts';

import { createClockDriver } from './clockDriver.ts';
import { createDraws } from './draws.ts';
import { Functions } from './functions.ts';
import { DEFAULT_LIMITS, type RunLimits } from './limits.ts';
import { createNodes } from './nodes.ts';
import { createOwners } from './owners.ts';
import { ReactorDriver } from './reactorDriver.ts';
import { Recorder } from './recorder.ts';
import { createRunStep } from './runStep.ts';
import { toTraceValue } from './toTraceValue.ts';
import type { World } from './world.ts';

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
  /** The events since the last call. */
  takeBatches(): readonly TraceBatch[];
  /** The objects of the program: what the trace tells of, for whoever holds it against them. */
  readonly live: LiveProgram;
}

/** The objects of a running program. */
export interface LiveProgram extends World {
  /** Null where nothing needs a thread. */
  readonly pool: ThreadPool | null;
}

/** Begins a run; nothing happens before the first slice. The same program always runs the same way. */
export function createSimulation(program: Program, limits: RunLimits = DEFAULT_LIMITS): Simulation {
  const live = createLiveProgram(program, limits);
  const { driver, recorder, owners, actions } = live;
  let { horizon } = program;
  let begun = false;

  /** Starts a node with the program. What that throws is logged, and the others are started. */
  const startLogged = (index: number): void => {
    try {
      actions.start(index);
    } catch (thrown) {
      const value = toTraceValue(toFailure(thrown));
      recorder.value(KIND.loggedError, { node: index, instance: NO_INSTANCE }, value);
      throw thrown;
    }
  };
  const begin = (): void => {
    begun = true;
    const starting = [...program.nodes.entries()].flatMap(([index, { kind, starts }]) =>
      starts === 'program' && kind !== 'semaphore' && kind !== 'queue' ? [index] : [],
    );
    const isOutside = (index: number): boolean => program.nodes[index]?.kind === 'outsideEvent';
    driver.begin(
      // The world's moments count from the begin, before anything can block.
      () => starting.filter(isOutside).forEach((index) => actions.start(index)),
      starting.filter((index) => !isOutside(index)).map((index) => () => startLogged(index)),
    );
  };
  const ended = (why: RunEnd['why'], time: Seconds): RunEnd => ({
    why,
    time,
    unhandled: [...owners.unhandled].map(({ node, instance, deferred }) => ({
      node,
      instance,
      error: toTraceValue(deferred?.result),
    })),
    limit: recorder.reached,
  });

  return {
    get time() {
      return driver.seconds();
    },
    run(events) {
      const target = recorder.length + events;
      if (!begun) begin();
      for (;;) {
        if (recorder.reached !== null) return ended('limit', driver.seconds());
        const end = driver.end(horizon);
        if (end !== null) return ended(end.why, end.time);
        if (recorder.length >= target) return null;
        driver.step();
      }
    },
    extend(later) {
      horizon = Math.max(horizon, later);
    },
    takeBatches: () => recorder.takeBatches(),
    live,
  };
}

function createLiveProgram(program: Program, limits: RunLimits): LiveProgram {
  const recorderOf = (): Recorder => recorder;
  const driver =
    program.clock.is === 'reactor'
      ? new ReactorDriver(recorderOf)
      : createClockDriver(program.clock.advances, recorderOf);
  const recorder = new Recorder(driver, limits);
  const owners = createOwners(recorder);
  const draws = createDraws(program.seed);
  const nodes = createNodes(program.nodes, () => world);
  const { runtimes, actions } = nodes;
  const runStep = createRunStep(driver, recorder, draws, actions);
  const functions = new Functions(program.functions, runStep, recorder, draws, actions);
  const world: World = {
    program,
    driver,
    recorder,
    owners,
    draws,
    runtimes,
    actions,
    functions,
  };
  return { ...world, pool: nodes.prepare().jobs?.pool ?? null };
}
