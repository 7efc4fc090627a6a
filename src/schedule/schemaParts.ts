import * as z from 'zod/mini';

import type { Json } from '#base/json.ts';

import { exceptionTypeFault } from './exceptions.ts';
import { identifierFault } from './identifier.ts';

// The code that zod would generate at run time is what a content security policy forbids.
z.config({ jitless: true });

export const MAX_TEXT = 200_000;
export const MAX_LABEL = 200;
const MAX_SECONDS = 1e9;
/** Times are kept to the nanosecond: a shorter one would be 0 without saying so. */
const LEAST_SECONDS = 1e-9;

/** The input in a message, as short as it stays clear. */
export function got(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (typeof input === 'number') return String(input);
  const text = JSON.stringify(input) ?? typeof input;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The message of a wrong input: what it must be, and what it was. */
export const must =
  (be: string) =>
  (issue: { readonly input?: unknown }): string =>
    `must be ${be}, got ${got(issue.input)}`;

/** The same for an object that is told apart by one of its keys. */
export const mustHave =
  (key: string, be: string) =>
  ({ input }: { readonly input?: unknown }): string => {
    const isObject = typeof input === 'object' && input !== null;
    return isObject
      ? `must be ${be}, got ${got((input as Record<string, unknown>)[key])}`
      : `must be an object with "${key}": ${be}, got ${got(input)}`;
  };

/** Virtual seconds: 0, or from a nanosecond on. */
export const seconds = z.number({ error: must('a finite number >= 0') }).check(
  z.gte(0, { error: must('a finite number >= 0') }),
  z.lte(MAX_SECONDS, { error: must(`at most ${MAX_SECONDS} seconds`) }),
  z.refine((value) => value <= 0 || value >= LEAST_SECONDS, {
    error: must('0 or at least a nanosecond (1e-9)'),
  }),
  z.overwrite((value) => value + 0), // -0 becomes 0
);

/** A whole number in bounds. */
export const whole = (least: number, most: number): z.ZodMiniNumber => {
  const message = must(`a whole number from ${least} to ${most}`);
  return z
    .int({ error: message })
    .check(z.gte(least, { error: message }), z.lte(most, { error: message }));
};

/** A text of any script. */
export const text = z
  .string({ error: must('text') })
  .check(z.maxLength(MAX_TEXT, { error: `must have at most ${MAX_TEXT} characters` }));

export const flag = z.boolean({ error: must('true or false') });

/** The id of a node, or the name of a function. */
export const name = z.string({ error: must('a name') }).check((context) => {
  const fault = identifierFault(context.value);
  if (fault !== null) {
    context.issues.push({ code: 'custom', message: fault, input: context.value });
  }
});

/** Any JSON value. */
export const json: z.ZodMiniType<Json> = z.json();

const exceptionType = z
  .string({ error: must('the name of an exception class') })
  .check(z.maxLength(MAX_LABEL, { error: `must have at most ${MAX_LABEL} characters` }));

/** The name of an exception class that a schedule tells others by. */
export const caughtType = exceptionType.check((context) => {
  const fault = exceptionTypeFault(context.value, 'caught');
  if (fault !== null) {
    context.issues.push({ code: 'custom', message: fault, input: context.value });
  }
});

/** A Python exception that a schedule raises: its class name and its text. */
export const errorSchema = z.strictObject(
  {
    type: exceptionType.check((context) => {
      const fault = exceptionTypeFault(context.value, 'raised');
      if (fault !== null) {
        context.issues.push({ code: 'custom', message: fault, input: context.value });
      }
    }),
    message: text,
  },
  { error: must('{ "type": …, "message": … }') },
);
