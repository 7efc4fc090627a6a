import type { Seconds } from '#base/units.ts';
import { Deferred, type LinkFunction } from '#reactor/deferred.ts';
import { Failure } from '#reactor/failure.ts';

/** What happens in a test, a line for each event. */
export interface EventLog {
  readonly lines: readonly string[];
  /** Adds a line. */
  note(text: string): void;
  /** A function for timers: adds a line with the time and `name`, then does `then`. */
  run(name: string, then?: () => unknown): () => unknown;
  /** A link: adds a line with `name` and the result that it gets, then gives what `then` gives. */
  link(name: string, then?: LinkFunction): LinkFunction;
}

/** An empty log. Without a clock its lines have no times. */
export function createEventLog(clock?: { seconds(): Seconds }): EventLog {
  const lines: string[] = [];
  const note = (text: string): void => {
    lines.push(clock === undefined ? text : `${clock.seconds()} ${text}`);
  };
  return {
    lines,
    note,
    run: (name, then) => () => {
      note(name);
      return then?.();
    },
    link: (name, then) => (result) => {
      note(`${name}(${show(result)})`);
      return then === undefined ? result : then(result);
    },
  };
}

/** A result in a word: a Failure is its exception's class and text. */
export function show(result: unknown): string {
  if (result === null) return 'None';
  if (result instanceof Deferred) return 'Deferred';
  if (!(result instanceof Failure)) {
    return typeof result === 'object' ? 'object' : `${result as string | number | boolean}`;
  }
  return [result.typeName, result.getErrorMessage()].filter((text) => text !== '').join(': ');
}

/** The state of a Deferred in a line. */
export function stateOf({ called, paused, result }: Deferred): string {
  const shown = result === undefined ? 'no result' : show(result);
  return `${called ? 'called' : 'not called'}, paused ${paused}, ${shown}`;
}

/** What `f` throws, as its class and text; "nothing" where it throws nothing. */
export function thrownBy(f: () => unknown): string {
  try {
    f();
    return 'nothing';
  } catch (thrown) {
    return show(new Failure(thrown));
  }
}
