import { exceptionLine, exceptionSource } from '#schedule/exceptions.ts';
import type { Duration, ScheduleError, Step } from '#schedule/schema.ts';

import type { ProgramDuration, ProgramError, ProgramStep } from './program.ts';

/** Finds the index of a name. @throws Error where there is none: the schedule was not checked. */
export type Resolve = (name: string) => number;

/** A duration with the name of the stream that it is drawn from, where it is drawn. */
export function compileDuration(duration: Duration, place: string): ProgramDuration {
  return typeof duration === 'number' ? duration : { draw: duration, place };
}

/** A step with its names resolved. `place` names it for the streams of what is drawn in it. */
export function compileStep(step: Step, place: string, resolve: Resolve): ProgramStep {
  const when = step.when === undefined ? null : { ...step.when, place: `${place}.chance` };
  switch (step.do) {
    case 'block':
      return { when, do: step.do, for: compileDuration(step.for, `${place}.for`) };
    case 'log':
      return { when, do: step.do, text: step.text };
    case 'start':
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
      return { when, do: step.do, node: resolve(step.node) };
    case 'reset':
      return { when, do: step.do, node: resolve(step.node), seconds: step.seconds ?? null };
    case 'delay':
      return { when, do: step.do, node: resolve(step.node), seconds: step.seconds };
    case 'fire':
    case 'put':
      return { when, do: step.do, node: resolve(step.node), value: step.value };
    case 'fail':
      return { when, do: step.do, node: resolve(step.node), error: compileError(step.error) };
    case 'await':
      return {
        when,
        do: step.do,
        node: resolve(step.node),
        start: step.start === true,
        goesOn: step.onError === 'continue',
      };
    case 'return':
      return step.input === true
        ? { when, do: 'returnInput' }
        : { when, do: 'return', value: step.value ?? null };
    case 'returnDeferred':
      return { when, do: step.do, node: resolve(step.node), start: step.start === true };
    case 'raise':
      return { when, do: step.do, error: compileError(step.error) };
    case 'stopReactor':
      return { when, do: step.do };
  }
}

/** The module of the program's own classes: it is run as a script. */
const OWN_MODULE = '__main__';

function compileError({ type, message }: ScheduleError): ProgramError {
  const source = exceptionSource(type);
  const module =
    source.from === 'module' ? source.module : source.from === 'python' ? 'builtins' : OWN_MODULE;
  return { type, message, line: exceptionLine(type), module };
}
