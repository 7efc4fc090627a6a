import type { Seconds } from '#base/units.ts';
import type { ProgramFunction, ProgramStep } from '#program/program.ts';
import { Deferred } from '#reactor/deferred.ts';
import { RecursionError } from '#reactor/errors.ts';
import { toFailure } from '#reactor/failure.ts';
import type { Body } from '#reactor/inlineCallbacks.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';

import type { Draws } from './draws.ts';
import { holds, type Frame } from './frame.ts';
import type { Instance } from './instance.ts';
import { MAX_DEPTH } from './limits.ts';
import type { NodeActions } from './nodeActions.ts';
import { RunOver, type Recorder } from './recorder.ts';
import type { RunStep } from './runStep.ts';
import { toTraceValue } from './toTraceValue.ts';

type AwaitStep = Extract<ProgramStep, { do: 'await' }>;

/** The functions of a running program, by index, and the three ways in which they run. */
export class Functions {
  readonly #functions: readonly ProgramFunction[];
  readonly #runStep: RunStep;
  readonly #recorder: Recorder;
  readonly #draws: Draws;
  readonly #actions: NodeActions;
  /** How often each was called. */
  readonly #calls: number[];
  #depth = 0;

  constructor(
    functions: readonly ProgramFunction[],
    runStep: RunStep,
    recorder: Recorder,
    draws: Draws,
    actions: NodeActions,
  ) {
    this.#functions = functions;
    this.#runStep = runStep;
    this.#recorder = recorder;
    this.#draws = draws;
    this.#actions = actions;
    this.#calls = functions.map(() => 0);
  }

  /** Calls one for an instance, at a link of its chain or as its own. `input` undefined: with nothing. */
  call(index: number, caller: Instance, link: number, input?: unknown): unknown {
    if (this.#recorder.reached !== null) return null;
    const frame = this.#enter(index, caller, link, input);
    try {
      return this.#leaveWith(frame, this.#runSteps(frame));
    } catch (thrown) {
      this.#leaveRaising(frame, thrown);
      throw thrown;
    }
  }

  /** One as a coroutine: it yields what it awaits. */
  *coroutine(index: number, caller: Instance): Body {
    const frame = this.#enter(index, caller, NO_LINK, undefined);
    try {
      return this.#leaveWith(frame, yield* this.#runBody(frame));
    } catch (thrown) {
      this.#leaveRaising(frame, thrown);
      throw thrown;
    }
  }

  /** One as a job of a worker: it yields the seconds that it works. */
  *job(index: number, caller: Instance): Generator<Seconds, unknown> {
    const frame = this.#enter(index, caller, NO_LINK, undefined);
    try {
      return this.#leaveWith(frame, yield* this.#runJob(frame));
    } catch (thrown) {
      this.#leaveRaising(frame, thrown);
      throw thrown;
    }
  }

  #enter(index: number, caller: Instance, link: number, input: unknown): Frame {
    const call = (this.#calls[index] ?? 0) + 1;
    this.#calls[index] = call;
    const value = input === undefined ? null : toTraceValue(input);
    const because = caller.last === NO_CAUSE ? this.#recorder.cause : caller.last;
    const entered = this.#recorder.value(KIND.entered, caller, value, link, because);
    const steps = this.#functions[index]?.steps ?? [];
    return { steps, call, caller, link, input, value, entered };
  }

  #leaveWith(frame: Frame, result: unknown): unknown {
    const { caller, link, entered } = frame;
    leave(frame);
    const owner = result instanceof Deferred ? this.#actions.ownerOf(result) : null;
    caller.last =
      owner === null
        ? this.#recorder.value(KIND.returned, caller, toTraceValue(result), link, entered)
        : this.#recorder.other(KIND.returnedDeferred, caller, owner, link, entered);
    return result;
  }

  #leaveRaising(frame: Frame, thrown: unknown): void {
    const { caller, link, entered } = frame;
    leave(frame);
    const value = toTraceValue(toFailure(thrown));
    caller.last = this.#recorder.value(KIND.raised, caller, value, link, entered);
  }

  /** Runs a part of a function, one call deeper. */
  #deeper<T>(because: number, act: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw new RecursionError();
    this.#depth += 1;
    try {
      return this.#recorder.within(because, act);
    } finally {
      this.#depth -= 1;
    }
  }

  #runs(step: ProgramStep, frame: Frame): boolean {
    return this.#recorder.reached === null && holds(step.when, frame, this.#draws);
  }

  #runSteps(frame: Frame): unknown {
    return this.#deeper(frame.entered, () => {
      for (const step of frame.steps) {
        if (!this.#runs(step, frame)) continue;
        if (step.do === 'await') {
          throw new Error('A function that awaits was called as no coroutine.');
        }
        const ended = this.#runStep(step, frame);
        if (ended !== undefined) return ended;
      }
      return null;
    });
  }

  *#runBody(frame: Frame): Generator<Deferred, unknown, unknown> {
    let because = frame.entered;
    for (const step of frame.steps) {
      if (!this.#runs(step, frame)) continue;
      if (step.do === 'await') because = yield* this.#runAwait(step, frame, because);
      else {
        const ended = this.#deeper(because, () => this.#runStep(step, frame));
        if (ended !== undefined) return ended;
      }
    }
    return null;
  }

  /** Awaits a node's Deferred; gives the event that made the function go on. */
  *#runAwait(
    step: AwaitStep,
    { caller }: Frame,
    because: number,
  ): Generator<Deferred, number, unknown> {
    const recorder = this.#recorder;
    const actions = this.#actions;
    let wentOn = because;
    try {
      const awaited = this.#deeper(because, () =>
        step.start ? actions.start(step.node) : actions.deferredOf(step.node),
      );
      if (awaited === null) throw new Error('A node that gives no Deferred is awaited.');
      if (awaited.paused === 0 && awaited.result !== undefined) {
        yield awaited;
        return wentOn;
      }
      const owner = actions.ownerOf(awaited) ?? caller;
      const goOn = (value: unknown): void => {
        wentOn = recorder.value(KIND.wentOn, caller, toTraceValue(value));
        caller.last = wentOn;
      };
      let value: unknown;
      try {
        do {
          if (recorder.reached !== null) throw new RunOver();
          recorder.other(KIND.bodyWaits, caller, owner, NO_LINK, because);
          value = yield awaited;
          // One of its own links has paused it: an await asks it anew, and waits behind its links.
        } while (awaited.paused !== 0);
      } catch (thrown) {
        goOn(toFailure(thrown));
        throw thrown;
      }
      goOn(value);
    } catch (thrown) {
      if (!step.goesOn) throw thrown;
    }
    return wentOn;
  }

  *#runJob(frame: Frame): Generator<Seconds, unknown> {
    for (const step of frame.steps) {
      if (!this.#runs(step, frame)) continue;
      if (step.do === 'block') {
        const seconds = this.#draws.seconds(step.for);
        const { caller, entered } = frame;
        if (seconds > 0) this.#recorder.number(KIND.blocked, caller, seconds, NO_LINK, entered);
        yield seconds;
      } else if (step.do !== 'await') {
        const ended = this.#deeper(frame.entered, () => this.#runStep(step, frame));
        if (ended !== undefined) return ended;
      }
    }
    return null;
  }
}

/** The trace takes what the own function of a deferLater gives as the Deferred's result. */
function leave({ caller, link }: Frame): void {
  caller.leftOwn = link === NO_LINK && caller.owner.node.kind === 'deferLater';
}
