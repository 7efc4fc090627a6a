import { parseArgs } from 'node:util';

import { BadInput } from './badInput.ts';
import { SEE_HELP } from './usage.ts';

/** The arguments of a command by its own names of options; null where one was not given. */
export interface Options<Name extends string> {
  readonly file: string;
  readonly values: Readonly<Record<Name, string | null>>;
}

/**
 * Takes the arguments of a command apart: one file, and options that all have a value.
 *
 * @param names the options, with their short forms or null
 * @throws BadInput naming what is unknown, missing or too much
 */
export function parseOptions<Name extends string>(
  command: string,
  args: readonly string[],
  names: Readonly<Record<Name, string | null>>,
): Options<Name> {
  const known = Object.entries<string | null>(names);
  const options = Object.fromEntries(
    known.map(([name, short]) => [
      name,
      short === null ? { type: 'string' as const } : { type: 'string' as const, short },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const files: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(names, token.name)) {
      const all = known.map(([name]) => `--${name}`).join(', ');
      throw usageFault(
        `${token.rawName} is no option of ${command}${all === '' ? '' : `: it has ${all}`}`,
      );
    }
    if (token.value === undefined || token.value === '') {
      throw usageFault(`${token.rawName} needs a value`);
    }
    given.set(token.name, token.value);
  }
  const [file, second] = files;
  if (file === undefined || file === '') {
    throw usageFault(`${command} needs a FILE, or - for standard input`);
  }
  if (second !== undefined)
    throw usageFault(`${command} takes one FILE, got ${files.join(' and ')}`);
  const values = Object.fromEntries(known.map(([name]) => [name, given.get(name) ?? null]));
  return { file, values: values as Record<Name, string | null> };
}

/** A mistake in the way of calling. */
export function usageFault(reason: string): BadInput {
  return new BadInput(`${reason}. ${SEE_HELP}`);
}
