import { ReactorNotRunning, SystemExit } from './errors.ts';
import { Failure } from './failure.ts';
import { ensureDeferred } from './inlineCallbacks.ts';
import type { Reactor } from './reactor.ts';

/**
 * `task.react`: calls `main` before the reactor runs, runs it, and stops it when the result of
 * `main` is there. A failure other than SystemExit is logged.
 *
 * @throws SystemExit at the end, always: with code 0, with 1 for a failure, or with its own. What
 * `main` itself throws, and NotACoroutineError where it gives no Deferred and no coroutine, before
 * anything runs.
 */
export function react<A extends readonly unknown[]>(
  main: (reactor: Reactor, ...args: A) => unknown,
  args: A,
  reactor: Reactor,
): never {
  const finished = ensureDeferred(main(reactor, ...args));
  let code = 0;
  let isStopping = false;
  reactor.addSystemEventTrigger('before', 'shutdown', () => {
    isStopping = true;
  });
  const takeCode = (result: unknown): void => {
    if (!(result instanceof Failure)) return;
    if (result.value instanceof SystemExit) code = result.value.code;
    else {
      code = 1;
      reactor.probe?.logged?.(result);
    }
  };
  finished.addBoth((result) => {
    if (isStopping) takeCode(result);
    else {
      // A result that was there before the loop is acted on when it runs.
      reactor.callWhenRunning(() => {
        stopIfRunning(reactor);
        takeCode(result);
      });
    }
    return null;
  });
  reactor.run();
  throw new SystemExit(code);
}

/** Somebody else may have stopped it just before. */
function stopIfRunning(reactor: Reactor): void {
  try {
    reactor.stop();
  } catch (thrown) {
    if (!(thrown instanceof ReactorNotRunning)) throw thrown;
  }
}
