import type { ProgramStep } from '#program/program.ts';
import { Failure } from '#reactor/failure.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Draws } from './draws.ts';
import type { Driver } from './driver.ts';
import type { Frame } from './frame.ts';
import type { NodeActions } from './nodeActions.ts';
import { outputText } from './outputText.ts';
import { REACTOR_REF, type Recorder } from './recorder.ts';
import { exceptionOf } from './scheduledException.ts';

/** A step that is not waited for: all but `await`. */
export type PlainStep = Exclude<ProgramStep, { do: 'await' }>;

/** Runs a step; what it gives ends the function, unless it is undefined. */
export type RunStep = (step: PlainStep, frame: Frame) => unknown;

/** Makes what runs single steps. */
export function createRunStep(
  driver: Driver,
  recorder: Recorder,
  draws: Draws,
  actions: NodeActions,
): RunStep {
  return (step, frame) => {
    switch (step.do) {
      case 'block': {
        const seconds = draws.seconds(step.for);
        if (seconds > 0) {
          recorder.number(KIND.blocked, frame.caller, seconds, frame.link);
          driver.block(seconds);
        }
        return undefined;
      }
      case 'log': {
        const { value: input, call } = frame;
        const text = outputText(step.text, { input, call, now: driver.seconds() });
        recorder.value(KIND.logged, frame.caller, { is: 'json', json: text }, frame.link);
        return undefined;
      }
      case 'start':
      case 'stop':
      case 'cancel':
      case 'pause':
      case 'resume':
        actions[step.do](step.node);
        return undefined;
      case 'reset':
        actions.reset(step.node, step.seconds);
        return undefined;
      case 'delay':
        actions.delay(step.node, step.seconds);
        return undefined;
      case 'fire':
        actions.deferredOf(step.node).callback(step.value);
        return undefined;
      case 'fail':
        actions.deferredOf(step.node).errback(new Failure(exceptionOf(step.error)));
        return undefined;
      case 'put':
        actions.put(step.node, step.value);
        return undefined;
      case 'return':
        return step.value;
      case 'returnInput':
        return frame.input ?? null;
      case 'returnDeferred':
        return step.start ? actions.start(step.node) : actions.deferredOf(step.node);
      case 'raise':
        throw exceptionOf(step.error);
      case 'stopReactor':
        driver.stop();
        recorder.event(KIND.stopRequested, REACTOR_REF);
        return undefined;
    }
  };
}
