import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for: random schedules, one of a file, or new records. */
export type Options =
  | { readonly count: number; readonly seed: number }
  | { readonly schedule: string }
  | { readonly record: true };

export const USAGE = `usage:
  npm run conformance -- [--count N] [--seed S]   N random schedules, simulated and under real Twisted
  npm run conformance -- --schedule FILE          one schedule
  npm run conformance -- --record                 writes down what Twisted shows of examples and regressions`;

const DEFAULT_COUNT = 2000;
/** Seeds are from 0 up to this. */
const SEEDS = 2 ** 31;

/** Null where it makes no sense. */
export function readOptions(args: readonly string[]): Options | null {
  const values = parse(args);
  if (values === null) return null;
  const { schedule, record, count, seed } = values;
  const forms = [schedule, record, count ?? seed].filter((given) => given !== undefined);
  if (forms.length > 1) return null;
  if (record === true) return { record };
  // npm runs scripts in the package's folder and tells in which one it was called.
  if (schedule !== undefined) {
    return { schedule: resolve(process.env['INIT_CWD'] ?? '.', schedule) };
  }
  const options = {
    count: count === undefined ? DEFAULT_COUNT : Number(count),
    seed: seed === undefined ? Date.now() % SEEDS : Number(seed),
  };
  const isRight = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  return isRight(options.count) && isRight(options.seed) ? options : null;
}

function parse(args: readonly string[]): {
  readonly schedule?: string | undefined;
  readonly record?: boolean | undefined;
  readonly count?: string | undefined;
  readonly seed?: string | undefined;
} | null {
  try {
    return parseArgs({
      args: [...args],
      options: {
        schedule: { type: 'string' },
        record: { type: 'boolean' },
        count: { type: 'string' },
        seed: { type: 'string' },
      },
    }).values;
  } catch {
    return null;
  }
}
