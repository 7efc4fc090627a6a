import type { Seconds } from '#base/units.ts';
import type { ProgramFunction, ProgramStep } from '#program/program.ts';
import { Deferred } from '#reactor/deferred.ts';
import { RecursionError } from '#reactor/errors.ts';
import { toFailure } from '#reactor/failure.ts';
import type { Body } from '#reactor/inlineCallbacks.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';

import type { Draws } from './draws.ts';
import { holds, type Frame } from './frame.ts';
import type { Instance } from './instance.ts';
import { MAX_DEPTH } from './limits.ts';
import type { NodeActions } from './nodeActions.ts';
import { RunOver, type Recorder } from './recorder.ts';
import type { RunStep } from './runStep.ts';
import { toTraceValue } from './toTraceValue.ts';

/** The functions of a running program, by index, and the three ways in which they run. */
export interface Functions {
  /** Calls one for an instance, at a link of its chain or as its own. `input` undefined: with nothing. */
  call(index: number, caller: Instance, link: number, input?: unknown): unknown;
  /** One as a coroutine: it yields what it awaits. */
  coroutine(index: number, caller: Instance): Body;
  /** One as a job of a worker: it yields the seconds that it works. */
  job(index: number, caller: Instance): Generator<Seconds, unknown>;
}

type AwaitStep = Extract<ProgramStep, { do: 'await' }>;

/** Makes the interpreter of a program's functions. */
export function createFunctions(
  functions: readonly ProgramFunction[],
  runStep: RunStep,
  recorder: Recorder,
  draws: Draws,
  actions: NodeActions,
): Functions {
  const calls = functions.map(() => 0);
  let depth = 0;

  const enter = (index: number, caller: Instance, link: number, input: unknown): Frame => {
    const call = (calls[index] ?? 0) + 1;
    calls[index] = call;
    const value = input === undefined ? null : toTraceValue(input);
    const because = caller.last === NO_CAUSE ? recorder.cause : caller.last;
    const entered = recorder.event('entered', caller, value, link, because);
    const steps = functions[index]?.steps ?? [];
    return { steps, call, caller, link, input, value, entered };
  };
  /** The trace takes what the own function of a deferLater gives as the Deferred's result. */
  const leave = ({ caller, link }: Frame): void => {
    caller.leftOwn = link === NO_LINK && caller.owner.node.kind === 'deferLater';
  };
  const leaveWith = (frame: Frame, result: unknown): unknown => {
    const { caller, link, entered } = frame;
    leave(frame);
    const owner = result instanceof Deferred ? actions.ownerOf(result) : null;
    caller.last =
      owner === null
        ? recorder.event('returned', caller, toTraceValue(result), link, entered)
        : recorder.event('returnedDeferred', caller, owner, link, entered);
    return result;
  };
  const leaveRaising = (frame: Frame, thrown: unknown): void => {
    const { caller, link, entered } = frame;
    leave(frame);
    const value = toTraceValue(toFailure(thrown));
    caller.last = recorder.event('raised', caller, value, link, entered);
  };
  /** Runs a part of a function, one call deeper. */
  const deeper = <T>(because: number, act: () => T): T => {
    if (depth >= MAX_DEPTH) throw new RecursionError();
    depth += 1;
    try {
      return recorder.within(because, act);
    } finally {
      depth -= 1;
    }
  };
  const runs = (step: ProgramStep, frame: Frame): boolean =>
    recorder.reached === null && holds(step.when, frame, draws);

  return {
    call(index, caller, link, input) {
      if (recorder.reached !== null) return null;
      const frame = enter(index, caller, link, input);
      try {
        return leaveWith(
          frame,
          deeper(frame.entered, () => runSteps(frame)),
        );
      } catch (thrown) {
        leaveRaising(frame, thrown);
        throw thrown;
      }
    },
    *coroutine(index, caller) {
      const frame = enter(index, caller, NO_LINK, undefined);
      try {
        return leaveWith(frame, yield* runBody(frame));
      } catch (thrown) {
        leaveRaising(frame, thrown);
        throw thrown;
      }
    },
    *job(index, caller) {
      const frame = enter(index, caller, NO_LINK, undefined);
      try {
        return leaveWith(frame, yield* runJob(frame));
      } catch (thrown) {
        leaveRaising(frame, thrown);
        throw thrown;
      }
    },
  };

  function runSteps(frame: Frame): unknown {
    for (const step of frame.steps) {
      if (!runs(step, frame)) continue;
      if (step.do === 'await')
        throw new Error('A function that awaits was called as no coroutine.');
      const ended = runStep(step, frame);
      if (ended !== undefined) return ended;
    }
    return null;
  }

  function* runBody(frame: Frame): Generator<Deferred, unknown, unknown> {
    let because = frame.entered;
    for (const step of frame.steps) {
      if (!runs(step, frame)) continue;
      if (step.do === 'await') because = yield* runAwait(step, frame, because);
      else {
        const ended = deeper(because, () => runStep(step, frame));
        if (ended !== undefined) return ended;
      }
    }
    return null;
  }

  /** Awaits a node's Deferred; gives the event that made the function go on. */
  function* runAwait(
    step: AwaitStep,
    { caller }: Frame,
    because: number,
  ): Generator<Deferred, number, unknown> {
    let wentOn = because;
    try {
      const awaited = deeper(because, () =>
        step.start ? actions.start(step.node) : actions.deferredOf(step.node),
      );
      if (awaited === null) throw new Error('A node that gives no Deferred is awaited.');
      if (awaited.paused === 0 && awaited.result !== undefined) {
        yield awaited;
        return wentOn;
      }
      const owner = actions.ownerOf(awaited) ?? caller;
      const goOn = (value: unknown): void => {
        wentOn = recorder.event('wentOn', caller, toTraceValue(value));
        caller.last = wentOn;
      };
      let value: unknown;
      try {
        do {
          if (recorder.reached !== null) throw new RunOver();
          recorder.event('bodyWaits', caller, owner, NO_LINK, because);
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

  function* runJob(frame: Frame): Generator<Seconds, unknown> {
    for (const step of frame.steps) {
      if (!runs(step, frame)) continue;
      if (step.do === 'block') {
        const seconds = draws.seconds(step.for);
        if (seconds > 0) recorder.event('blocked', frame.caller, seconds, NO_LINK, frame.entered);
        yield seconds;
      } else if (step.do !== 'await') {
        const ended = deeper(frame.entered, () => runStep(step, frame));
        if (ended !== undefined) return ended;
      }
    }
    return null;
  }
}
