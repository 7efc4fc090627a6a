import type { ProgramFunction, ProgramStep, When } from '#program/program.ts';
import { Deferred } from '#reactor/deferred.ts';
import { RecursionError } from '#reactor/errors.ts';
import { Failure, toFailure } from '#reactor/failure.ts';
import type { Reactor } from '#reactor/reactor.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { TraceValue } from '#trace/traceValue.ts';

import type { Instance } from './instance.ts';
import { MAX_DEPTH } from './limits.ts';
import { outputText } from './outputText.ts';
import type { Recorder } from './recorder.ts';
import { ScheduledException } from './scheduledException.ts';
import { toTraceValue } from './toTraceValue.ts';

/** What steps do to nodes. Each throws what Twisted throws where it refuses. */
export interface NodeActions {
  /** Starts a node; gives its Deferred, or null for a kind without. */
  start(node: number): Deferred | null;
  stop(node: number): void;
  cancel(node: number): void;
  /** The Deferred of the newest instance. @throws RuntimeError where there is none. */
  deferredOf(node: number): Deferred;
  /** The instance that a Deferred belongs to. */
  ownerOf(deferred: Deferred): InstanceRef | null;
}

/** Calls a function of the program for an instance. `input` undefined: called with nothing. */
export type CallFunction = (
  index: number,
  caller: Instance,
  link: number,
  input?: unknown,
) => unknown;

/** Makes the interpreter of a program's functions. */
export function createCallFunction(
  functions: readonly ProgramFunction[],
  reactor: Reactor,
  recorder: Recorder,
  actions: NodeActions,
): CallFunction {
  const calls = functions.map(() => 0);
  let depth = 0;

  return (index, caller, link, input) => {
    const definition = functions[index];
    if (definition === undefined || recorder.reached !== null) return null;
    if (depth >= MAX_DEPTH) throw new RecursionError();
    const call = (calls[index] ?? 0) + 1;
    calls[index] = call;
    const value = input === undefined ? null : toTraceValue(input);
    const because = caller.last === -1 ? recorder.cause : caller.last;
    const entered = recorder.event('entered', caller, value, link, because);
    const leave = (
      kind: 'returned' | 'returnedDeferred' | 'raised',
      detail: TraceValue | InstanceRef | null,
    ): void => {
      caller.last = recorder.event(kind, caller, detail, link, entered);
    };
    depth += 1;
    try {
      const result = recorder.within(entered, () =>
        runSteps(definition.steps, { call, caller, link, input, value }),
      );
      const owner = result instanceof Deferred ? actions.ownerOf(result) : null;
      if (owner === null) leave('returned', toTraceValue(result));
      else leave('returnedDeferred', owner);
      return result;
    } catch (thrown) {
      leave('raised', toTraceValue(toFailure(thrown)));
      throw thrown;
    } finally {
      depth -= 1;
    }
  };

  function runSteps(steps: readonly ProgramStep[], frame: Frame): unknown {
    for (const step of steps) {
      if (recorder.reached !== null) return null;
      if (step.when !== null && !holds(step.when, frame.call)) continue;
      const ended = runStep(step, frame);
      if (ended !== undefined) return ended;
    }
    return null;
  }

  /** Runs a step; what it gives ends the function, unless it is undefined. */
  function runStep(step: ProgramStep, { call, caller, link, input, value }: Frame): unknown {
    switch (step.do) {
      case 'block':
        if (step.seconds > 0) {
          recorder.event('blocked', caller, step.seconds, link);
          reactor.spin(step.seconds);
        }
        return undefined;
      case 'log': {
        const text = outputText(step.text, { input: value, call, now: reactor.seconds() });
        recorder.event('logged', caller, { is: 'json', json: text }, link);
        return undefined;
      }
      case 'start':
        actions.start(step.node);
        return undefined;
      case 'stop':
        actions.stop(step.node);
        return undefined;
      case 'cancel':
        actions.cancel(step.node);
        return undefined;
      case 'fire':
        actions.deferredOf(step.node).callback(step.value);
        return undefined;
      case 'fail':
        actions.deferredOf(step.node).errback(new Failure(new ScheduledException(step.error)));
        return undefined;
      case 'return':
        return step.value;
      case 'returnInput':
        return input ?? null;
      case 'returnDeferred':
        return step.start ? actions.start(step.node) : actions.deferredOf(step.node);
      case 'raise':
        throw new ScheduledException(step.error);
      case 'stopReactor':
        reactor.stop();
        recorder.reactor('stopRequested');
        return undefined;
    }
  }
}

/** A function that is being run. */
interface Frame {
  readonly call: number;
  readonly caller: Instance;
  readonly link: number;
  readonly input: unknown;
  readonly value: TraceValue | null;
}

function holds({ call, fromCall, untilCall, everyCall }: When, number: number): boolean {
  return (
    (call === undefined || number === call) &&
    (fromCall === undefined || number >= fromCall) &&
    (untilCall === undefined || number <= untilCall) &&
    (everyCall === undefined || number % everyCall === 0)
  );
}
