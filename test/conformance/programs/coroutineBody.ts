import { Failure } from '#reactor/failure.ts';
import { fromCoroutine, inlineCallbacks } from '#reactor/inlineCallbacks.ts';
import type { Deferred } from '#reactor/deferred.ts';

import type { Step } from './deferredOperation.ts';
import type { DeferredWorld } from './deferredWorld.ts';
import { Boom } from './program.ts';

/** A coroutine of a program. */
interface Coroutine {
  readonly world: DeferredWorld;
  readonly id: string;
  readonly how: 'yield' | 'await';
}

/** What a body returns, where it has returned. */
type Returned = { readonly value: unknown } | null;

/** Starts a coroutine whose body does steps; what is not there (yet) is passed over. */
export function startCoroutine(
  world: DeferredWorld,
  id: string,
  how: 'yield' | 'await',
  steps: readonly Step[],
): Deferred {
  function* body(): Generator<unknown, unknown, unknown> {
    return (yield* doSteps({ world, id, how }, steps))?.value;
  }
  return how === 'yield' ? inlineCallbacks(body)() : fromCoroutine(body());
}

function* doSteps(
  coroutine: Coroutine,
  steps: readonly Step[],
): Generator<unknown, Returned, unknown> {
  for (const step of steps) {
    const returned = yield* doStep(coroutine, step);
    if (returned !== null) return returned;
  }
  return null;
}

function* doStep(coroutine: Coroutine, step: Step): Generator<unknown, Returned, unknown> {
  const { world, id, how } = coroutine;
  const { rows, show } = world;
  switch (step[0]) {
    case 'wait': {
      const deferred = world.deferreds.get(step[1]);
      if (deferred === undefined) return null;
      const sent = yield deferred;
      // One of its links has paused it: there an `await` of Twisted asks it for ever for its result.
      if (how === 'await' && deferred.paused !== 0) world.isUnfit = true;
      rows.push(['sent', id, show(sent)]);
      return null;
    }
    case 'value': {
      const sent = yield step[1];
      rows.push(['sent', id, show(sent)]);
      return null;
    }
    case 'do':
      step[1].forEach(world.perform);
      return null;
    case 'try':
      try {
        return yield* doSteps(coroutine, step[1]);
      } catch (thrown) {
        rows.push(['caught', id, show(new Failure(thrown))]);
      }
      return yield* doSteps(coroutine, step[2]);
    case 'finally':
      try {
        return yield* doSteps(coroutine, step[1]);
      } finally {
        rows.push(['finally', id]);
        yield* doSteps(coroutine, step[2]);
      }
    case 'hold': {
      const lock = world.locks.get(step[1]);
      if (lock === undefined) return null;
      return yield* lock.hold(() => doSteps(coroutine, step[2]));
    }
    case 'raise':
      throw new Boom(step[1]);
    case 'return':
      return { value: step[1] };
  }
}
