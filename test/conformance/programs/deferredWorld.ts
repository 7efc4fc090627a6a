import type { Json } from '#base/json.ts';
import { Clock } from '#reactor/clock.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { FirstError } from '#reactor/deferredList.ts';
import type { DeferredLock, DeferredSemaphore } from '#reactor/deferredLock.ts';
import type { DeferredQueue } from '#reactor/deferredQueue.ts';
import { TimeoutError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';

import type { DeferredOperation, LinkAction } from './deferredOperation.ts';
import { Boom, type Row } from './program.ts';

/** What a program has made, by its names, and what it has shown. */
export interface DeferredWorld {
  readonly rows: Row[];
  readonly clock: Clock;
  readonly deferreds: Map<string, Deferred>;
  readonly locks: Map<string, DeferredLock | DeferredSemaphore>;
  readonly queues: Map<string, DeferredQueue>;
  /** Whether the program is given up as not fit for comparison; it is run to its end all the same. */
  isUnfit: boolean;
  /** Does an operation of the program. */
  perform(operation: DeferredOperation): void;
  /** Does what a link does; gives what it gives on. @throws Boom where it raises. */
  act(action: LinkAction, value: unknown): unknown;
  /** A result as a row shows it. */
  show(value: unknown): Json;
}

/** A world with nothing in it, for whoever can perform operations in it. */
export function createWorld(
  performIn: (world: DeferredWorld, operation: DeferredOperation) => void,
): DeferredWorld {
  const world: DeferredWorld = {
    rows: [],
    clock: new Clock(),
    deferreds: new Map(),
    locks: new Map(),
    queues: new Map(),
    isUnfit: false,
    perform: (operation) => performIn(world, operation),
    act: (action, value) => actIn(world, action, value),
    show: (value) => showIn(world, value),
  };
  return world;
}

function actIn(world: DeferredWorld, action: LinkAction, value: unknown): unknown {
  switch (action[0]) {
    case 'pass':
      return value;
    case 'value':
      return action[1];
    case 'raise':
      throw new Boom(action[1]);
    case 'failure':
      return new Failure(new Boom(action[1]));
    case 'return':
      return world.deferreds.get(action[1]);
    case 'do':
      action[1].forEach(world.perform);
      return value;
  }
}

function showIn(world: DeferredWorld, value: unknown): Json {
  if (value instanceof Failure) return `!${showError(value.value)}`;
  if (Array.isArray(value)) return value.map((each: unknown) => showIn(world, each));
  if (typeof value !== 'object' || value === null) return value as Json;
  for (const named of [world.deferreds, world.locks]) {
    for (const [name, other] of named) if (other === value) return `@${name}`;
  }
  return '@?';
}

function showError(error: unknown): string {
  if (error instanceof Boom) return error.message;
  const name = error instanceof Error ? error.name : String(error);
  if (error instanceof TimeoutError) return `${name}${error.message}`;
  if (!(error instanceof FirstError)) return name;
  return `${name} ${error.index} !${showError(error.subFailure.value)}`;
}
