import * as z from 'zod/mini';

import type { Json } from '#base/json.ts';
import { msg, oneOf, t, type Text, type Values } from '#words/words.ts';

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
  if (input === undefined) return t('nothing');
  if (typeof input === 'number') return String(input);
  const text = JSON.stringify(input) ?? typeof input;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A message that is said in the language of whoever reads it. */
export const said =
  (text: Text, values: Values = {}) =>
  (): string =>
    t(text, values);

/** What something must be: a text of the catalogue, names, or what is the same in every language. */
type Wanted = Text | string | { readonly oneOf: readonly string[] };

/** The message of a wrong input: what it must be, and what it was. */
export const must =
  (be: Wanted, values: Values = {}) =>
  (issue: { readonly input?: unknown }): string =>
    t('must be {{wanted}}, got {{input}}', {
      wanted: wantedWords(be, values),
      input: got(issue.input),
    });

/** The same for an object that is told apart by one of its keys. */
export const mustHave =
  (key: string, be: Wanted) =>
  ({ input }: { readonly input?: unknown }): string => {
    const isObject = typeof input === 'object' && input !== null;
    return isObject
      ? t('must be {{wanted}}, got {{input}}', {
          wanted: wantedWords(be, {}),
          input: got((input as Record<string, unknown>)[key]),
        })
      : t('must be an object with "{{key}}": {{wanted}}, got {{input}}', {
          key,
          wanted: wantedWords(be, {}),
          input: got(input),
        });
  };

function wantedWords(be: Wanted, values: Values): string {
  if (typeof be === 'object' && 'oneOf' in be) return oneOf(be.oneOf);
  return t(be as Text, values);
}

/** Virtual seconds: 0, or from a nanosecond on. */
export const seconds = z.number({ error: must(msg('a finite number >= 0')) }).check(
  z.gte(0, { error: must(msg('a finite number >= 0')) }),
  z.lte(MAX_SECONDS, {
    error: must(msg('at most {{most}} seconds'), { most: String(MAX_SECONDS) }),
  }),
  z.refine((value) => value <= 0 || value >= LEAST_SECONDS, {
    error: must(msg('0 or at least a nanosecond (1e-9)')),
  }),
  z.overwrite((value) => value + 0), // -0 becomes 0
);

/** A whole number in bounds. */
export const whole = (least: number, most: number): z.ZodMiniNumber => {
  const message = must(msg('a whole number from {{least}} to {{most}}'), {
    least: String(least),
    most: String(most),
  });
  return z
    .int({ error: message })
    .check(z.gte(least, { error: message }), z.lte(most, { error: message }));
};

/** A text of any script. */
export const text = z.string({ error: must(msg('text')) }).check(
  z.maxLength(MAX_TEXT, {
    error: said(msg('must have at most {{most}} characters'), { most: MAX_TEXT }),
  }),
);

export const flag = z.boolean({ error: must(msg('true or false')) });

/** The id of a node, or the name of a function. */
export const name = z.string({ error: must(msg('a name')) }).check((context) => {
  const fault = identifierFault(context.value);
  if (fault !== null) {
    context.issues.push({ code: 'custom', message: fault, input: context.value });
  }
});

/** Any JSON value. */
export const json: z.ZodMiniType<Json> = z.json();

const exceptionType = z.string({ error: must(msg('the name of an exception class')) }).check(
  z.maxLength(MAX_LABEL, {
    error: said(msg('must have at most {{most}} characters'), { most: MAX_LABEL }),
  }),
);

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
