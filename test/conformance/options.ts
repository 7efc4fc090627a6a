import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for: random programs, or those of a file. */
export type Options =
  | { readonly count: number; readonly seed: number }
  | { readonly programs: string };

export const USAGE = `usage:
  npm run conformance:reactor -- [--count N] [--seed S]   N random programs, on the port and on Twisted
  npm run conformance:reactor -- --programs FILE          programs with results, JSON Lines as README.md tells`;

const DEFAULT_COUNT = 2000;
/** Seeds are from 0 up to this. */
const SEEDS = 2 ** 31;

/** Null where it makes no sense. */
export function readOptions(args: readonly string[]): Options | null {
  const values = parse(args);
  if (values === null) return null;
  const { programs, count, seed } = values;
  if (programs !== undefined) {
    if (count !== undefined || seed !== undefined) return null;
    // npm runs scripts in the package's folder and tells in which one it was called.
    return { programs: resolve(process.env['INIT_CWD'] ?? '.', programs) };
  }
  const options = {
    count: count === undefined ? DEFAULT_COUNT : Number(count),
    seed: seed === undefined ? Date.now() % SEEDS : Number(seed),
  };
  const isRight = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  return isRight(options.count) && isRight(options.seed) ? options : null;
}

function parse(args: readonly string[]): {
  readonly programs?: string | undefined;
  readonly count?: string | undefined;
  readonly seed?: string | undefined;
} | null {
  try {
    return parseArgs({
      args: [...args],
      options: {
        programs: { type: 'string' },
        count: { type: 'string' },
        seed: { type: 'string' },
      },
    }).values;
  } catch {
    return null;
  }
}
