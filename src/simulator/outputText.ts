import { pythonThreeDecimals } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';
import { NONE, toOutput, type TraceValue } from '#trace/traceValue.ts';

/** What a text may name in braces. */
export interface TextInputs {
  readonly input: TraceValue | null;
  /** This function's call number, from 1. */
  readonly call: number;
  readonly now: Seconds;
}

/** Fills `{input}`, `{call}` and `{now}` in; other braces stay as they are. */
export function outputText(text: string, { input, call, now }: TextInputs): string {
  return text.replaceAll(/\{(input|call|now)\}/g, (_, name: string) => {
    if (name === 'call') return String(call);
    return name === 'now' ? pythonThreeDecimals(now) : toOutput(input ?? NONE);
  });
}
