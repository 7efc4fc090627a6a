import type { Json } from '#base/json.ts';
import { Deferred, type Canceller, type LinkFunction } from '#reactor/deferred.ts';
import { DeferredList, gatherResults } from '#reactor/deferredList.ts';

import { startCoroutine } from './coroutineBody.ts';
import type { CancellerOf, DeferredOperation, LinkAction } from './deferredOperation.ts';
import { createWorld, type DeferredWorld } from './deferredWorld.ts';
import { performOnPrimitive, showPrimitives } from './primitiveOperations.ts';
import { Boom, outcomeOf, type Outcome } from './program.ts';

/** A list that is being cancelled may be cancelled again by what that does, but not in a circle. */
const MOST_CANCELS = 3;

/**
 * Runs a program of the kinds `deferred`, `primitives` and `coroutine`: Deferreds that fire, wait
 * for, pause and cancel each other, alone and in lists, with limits, and as results of locks,
 * queues and coroutines.
 */
export function runDeferredProgram(script: readonly DeferredOperation[]): Outcome {
  const world = createWorld(perform);
  const { rows, deferreds } = world;
  for (const operation of script) {
    world.perform(operation);
    const states = [...deferreds].map(([id, deferred]) => [id, stateOf(world, deferred)]);
    rows.push(['states', Object.fromEntries(states) as Record<string, Json>]);
    const primitives = showPrimitives(world);
    if (primitives !== null) rows.push(['primitives', primitives]);
  }
  return world.isUnfit ? null : rows;
}

function perform(world: DeferredWorld, operation: DeferredOperation): void {
  const { rows, deferreds, clock } = world;
  switch (operation[0]) {
    case 'new': {
      const [, id, does] = operation;
      deferreds.set(id, new Deferred(does === null ? null : cancellerOf(world, id, does)));
      return;
    }
    case 'list': {
      const [, id, elements, flags] = operation;
      const options = Object.fromEntries(flags.map((flag) => [flag, true]));
      const list = new DeferredList(named(world, elements), options);
      deferreds.set(id, giveUpCircles(world, list));
      return;
    }
    case 'gather': {
      const [, id, elements, consumeErrors] = operation;
      const list = gatherResults(named(world, elements), consumeErrors);
      deferreds.set(id, giveUpCircles(world, list));
      return;
    }
    case 'start': {
      const [, id, how, steps] = operation;
      const outcome = outcomeOf(() => {
        // It can be named only when this has returned.
        const started = startCoroutine(world, id, how, steps);
        deferreds.set(id, started);
      });
      rows.push(['start', id, outcome]);
      return;
    }
    case 'advance': {
      const outcome = outcomeOf(() => clock.advance(operation[1]));
      const pending = clock.getDelayedCalls().map((call) => call.getTime());
      rows.push(['advance', outcome, clock.seconds(), pending]);
      return;
    }
    case 'add':
    case 'timeout':
    case 'fire':
    case 'fail':
    case 'cancel':
    case 'pause':
    case 'unpause': {
      const deferred = deferreds.get(operation[1]);
      if (deferred !== undefined) change(world, deferred, operation);
      return;
    }
    default:
      performOnPrimitive(world, operation);
  }
}

/** Does an operation on a Deferred that is there. */
function change(
  world: DeferredWorld,
  deferred: Deferred,
  operation: Extract<
    DeferredOperation,
    readonly ['add' | 'timeout' | 'fire' | 'fail' | 'cancel' | 'pause' | 'unpause', ...unknown[]]
  >,
): void {
  const [name, id] = operation;
  if (name === 'add') {
    const [, , label, callback, errback] = operation;
    deferred.addCallbacks(
      sideOf(world, 'cb', label, callback),
      sideOf(world, 'eb', label, errback),
    );
    return;
  }
  if (name === 'timeout') {
    const [, , label, limit, converts] = operation;
    if (converts === null) deferred.addTimeout(limit, world.clock);
    else {
      deferred.addTimeout(limit, world.clock, (value, timeout) => {
        world.rows.push(['timeout', label, world.show(value), timeout]);
        return world.act(converts, value);
      });
    }
    return;
  }
  const outcome = outcomeOf(() => {
    if (name === 'fire') deferred.callback(operation[2]);
    else if (name === 'fail') deferred.errback(new Boom(operation[2]));
    else deferred[name]();
  });
  world.rows.push([name, id, outcome]);
}

function sideOf(
  world: DeferredWorld,
  name: 'cb' | 'eb',
  label: string,
  action: LinkAction,
): LinkFunction {
  return (value) => {
    world.rows.push([name, label, world.show(value)]);
    return world.act(action, value);
  };
}

function cancellerOf({ rows }: DeferredWorld, id: string, does: CancellerOf): Canceller {
  return (deferred) => {
    rows.push(['canceller', id]);
    if (does[0] === 'callback') deferred.callback(does[1]);
    else if (does[0] === 'errback') deferred.errback(new Boom(does[1]));
    else if (does[0] === 'raise') throw new Boom(does[1]);
  };
}

function named({ deferreds }: DeferredWorld, ids: readonly string[]): readonly Deferred[] {
  return ids.flatMap((id) => deferreds.get(id) ?? []);
}

/**
 * A cancel that comes back to its list, for an element waits for the list, ends in Python only where
 * the stack does, which says nothing about Twisted: such a program is given up.
 */
function giveUpCircles(world: DeferredWorld, list: Deferred): Deferred {
  const cancel = list.cancel.bind(list);
  let depth = 0;
  list.cancel = () => {
    if (depth === MOST_CANCELS) {
      world.isUnfit = true;
      return;
    }
    depth += 1;
    try {
      cancel();
    } finally {
      depth -= 1;
    }
  };
  return list;
}

function stateOf({ show }: DeferredWorld, { called, paused, result, unhandled }: Deferred): Json {
  return [called ? 1 : 0, paused, result === undefined ? '-' : show(result), unhandled ? 1 : 0];
}
