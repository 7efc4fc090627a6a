import type { Deferred, DeferredProbe, LinkFunction } from './deferred.ts';

/** Where a failure came from: what `Deferred.debug` of Twisted keeps. */
export interface FailureOrigin {
  /** The Deferred in whose chain it arose. */
  readonly deferred: Deferred;
  /** The side of a link that threw or returned it; null: the Deferred was fired with it. */
  readonly link: LinkFunction | null;
  /** The stack where the Deferred was made; rather, where {@link recordOrigins} was called. */
  readonly creator: string;
  /** The stack where it was fired. */
  readonly invoker: string;
}

/**
 * Makes a Deferred say where its failures come from (`failure.origin`), and where it was made and
 * first fired when it is fired again. To be called right after it was made. Twisted's
 * `setDebugging` does so for all Deferreds at once; here each is asked for itself, as there is
 * nothing global, and one that is not asked pays nothing. A probe that it has is still told.
 */
export function recordOrigins<D extends Deferred>(deferred: D): D {
  const creator = stackHere();
  let invoker = '';
  const before = deferred.probe;
  const probe: DeferredProbe = {
    ...before,
    fired(one, result) {
      invoker = stackHere();
      before?.fired?.(one, result);
    },
    failed(one, failure, link) {
      failure.origin ??= { deferred: one, link, creator, invoker };
      before?.failed?.(one, failure, link);
    },
    refused(one, error) {
      error.message = debugText(creator, invoker);
      before?.refused?.(one, error);
    },
  };
  deferred.probe = probe;
  return deferred;
}

/** The text of Twisted's `DebugInfo`. */
function debugText(creator: string, invoker: string): string {
  const made = ` C: Deferred was created:\n C:${creator.replaceAll('\n', '\n C:')}\n`;
  return `\n${made} I: First Invoker was:\n I:${invoker.replaceAll('\n', '\n I:')}\n`;
}

/** The call stack, without its first line and without this file. */
function stackHere(): string {
  const stack = new Error('only for its stack').stack ?? '';
  return stack.split('\n').slice(3).join('\n');
}
