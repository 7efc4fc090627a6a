import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { toFailure } from '#reactor/failure.ts';
import type { ThreadPool } from '#reactor/threadPool.ts';
import { KIND } from '#trace/eventKinds.ts';
import type { ReachedLimit, RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import { NO_INSTANCE } from '#trace/traceHeader.ts';

import { Budget, type Holdings } from './budget.ts';
import { createClockDriver } from './clockDriver.ts';
import { createDraws } from './draws.ts';
import { Functions } from './functions.ts';
import { startingLimits, type RunLimits } from './limits.ts';
import { createNodes } from './nodes.ts';
import { createOwners } from './owners.ts';
import { ReactorDriver } from './reactorDriver.ts';
import { Recorder } from './recorder.ts';
import { createRunStep } from './runStep.ts';
import { toTraceValue } from './toTraceValue.ts';
import { weightOfNodes } from './weights.ts';
import type { World } from './world.ts';

/** A run of a program, done in slices by whoever drives it. */
export interface Simulation {
  /** The virtual time that it has reached. */
  readonly time: Seconds;
  /** How many events it has. */
  readonly length: number;
  /**
   * Runs on for about so many events. Gives null where there is more to do, else how it ended;
   * an ended run that is run again gives its end again.
   */
  run(events: number): RunEnd | null;
  /** Lets a run that has reached its horizon go on to a later one, from its live state. */
  extend(horizon: Seconds): void;
  /**
   * Sets other budgets. False where a pass was cut short by one: such a run has no state from which
   * it could go on, and has to be done again.
   */
  setLimits(limits: RunLimits): boolean;
  /** How a run ends that is stopped from outside, between two passes. */
  halted(): RunEnd;
  /** The events that were not taken yet. Whoever takes one batch only finds the others next time. */
  takeBatches(): Iterable<TraceBatch>;
  /** The objects of the program: what the trace tells of, for whoever holds it against them. */
  readonly live: LiveProgram;
}

/** The objects of a running program. */
export interface LiveProgram extends World {
  /** Null where nothing needs a thread. */
  readonly pool: ThreadPool | null;
}

/**
 * Begins a run; nothing happens before the first slice. The same program always runs the same way.
 * Its budgets are those of its size, unless others are given.
 */
export function createSimulation(program: Program, limits: Partial<RunLimits> = {}): Simulation {
  const budget = new Budget({ ...startingLimits(program.nodes.length), ...limits });
  const live = createLiveProgram(program, budget);
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
  const holdings: Holdings = {
    pending: () => driver.pending(),
    nodes: () => weightOfNodes(live.runtimes),
  };
  const ended = (
    why: RunEnd['why'],
    time = driver.seconds(),
    limit: ReachedLimit | null = null,
  ): RunEnd => ({
    why,
    time,
    unhandled: [...owners.unhandled].map(({ node, instance, deferred }) => ({
      node,
      instance,
      error: toTraceValue(deferred?.result),
    })),
    limit,
  });

  return {
    get time() {
      return driver.seconds();
    },
    get length() {
      return recorder.length;
    },
    run(events) {
      const target = recorder.length + events;
      if (!begun) begin();
      for (;;) {
        if (budget.cut !== null) return ended('limit', undefined, budget.cut);
        const end = driver.end(horizon);
        if (end !== null) return ended(end.why, end.time);
        const usedUp = budget.usedUp(recorder.length, holdings);
        if (usedUp !== null) return ended('limit', undefined, usedUp);
        if (recorder.length >= target) return null;
        driver.step();
      }
    },
    extend(later) {
      horizon = Math.max(horizon, later);
    },
    setLimits(next) {
      budget.setLimits(next);
      return budget.cut === null;
    },
    halted: () => ended('halted'),
    takeBatches: () => recorder.takeBatches(),
    live,
  };
}

function createLiveProgram(program: Program, budget: Budget): LiveProgram {
  const recorderOf = (): Recorder => recorder;
  const driver =
    program.clock.is === 'reactor'
      ? new ReactorDriver(recorderOf)
      : createClockDriver(program.clock.advances, recorderOf);
  const recorder = new Recorder(driver, budget);
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
