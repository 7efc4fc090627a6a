import { pythonEquals } from '#base/python.ts';
import type { ProgramStep, ProgramWhen } from '#program/program.ts';
import { Failure } from '#reactor/failure.ts';
import { NONE, type TraceValue } from '#trace/traceValue.ts';

import type { Draws } from './draws.ts';
import type { Instance } from './instance.ts';
import { exceptionNames } from './toTraceValue.ts';

/** A function that is being run. */
export interface Frame {
  readonly steps: readonly ProgramStep[];
  /** Which call of the function it is, from 1. */
  readonly call: number;
  readonly caller: Instance;
  readonly link: number;
  /** What it was called with; undefined: with nothing. */
  readonly input: unknown;
  /** The same as the trace shows it; null: with nothing. */
  readonly value: TraceValue | null;
  /** The sequence number of its `entered`. */
  readonly entered: number;
}

/** Whether a step runs: all parts of its condition hold. A chance is drawn only if the others do. */
export function holds(when: ProgramWhen | null, frame: Frame, draws: Draws): boolean {
  if (when === null) return true;
  const { call, fromCall, untilCall, everyCall, error, input, chance } = when;
  return (
    (call === undefined || frame.call === call) &&
    (fromCall === undefined || frame.call >= fromCall) &&
    (untilCall === undefined || frame.call <= untilCall) &&
    (everyCall === undefined || frame.call % everyCall === 0) &&
    (error === undefined || isError(frame.input, error)) &&
    (input === undefined || equals(frame.value ?? NONE, input)) &&
    (chance === undefined || draws.happens(chance, when.place))
  );
}

function isError(input: unknown, type: string): boolean {
  return input instanceof Failure && exceptionNames(input).includes(type);
}

function equals(value: TraceValue, json: NonNullable<ProgramWhen['input']> | null): boolean {
  return value.is === 'json' && pythonEquals(value.json, json);
}
