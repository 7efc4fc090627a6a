import type { Json } from '#base/json.ts';
import { Exception } from '#reactor/errors.ts';

/** What a program has shown; README.md of the folder above tells each kind's rows. */
export type Row = readonly Json[];

/**
 * What came of a program: its rows, or null where it is not fit for comparison because it never
 * ends or asks for an order that Twisted leaves open.
 */
export type Outcome = readonly Row[] | null;

/** The exception that programs raise. */
export class Boom extends Exception {
  override name = 'Boom';
}

/** Thrown to give a program up as not fit for comparison. */
export class Unfit extends Error {
  override name = 'Unfit';
}

/** "ok", or the class of the exception that left `f`. */
export function outcomeOf(f: () => void): string {
  try {
    f();
    return 'ok';
  } catch (thrown) {
    if (thrown instanceof Unfit || !(thrown instanceof Error)) throw thrown;
    return thrown.name;
  }
}

/** The rows that `f` gives, or null where it gives the program up. */
export function unlessUnfit(f: () => readonly Row[]): Outcome {
  try {
    return f();
  } catch (thrown) {
    if (thrown instanceof Unfit) return null;
    throw thrown;
  }
}
