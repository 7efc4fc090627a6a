import type { Program } from '#program/program.ts';

import type { Draws } from './draws.ts';
import type { Driver } from './driver.ts';
import type { Functions } from './functions.ts';
import type { NodeRuntime } from './instance.ts';
import type { NodeActions } from './nodeActions.ts';
import type { Owners } from './owners.ts';
import type { Recorder } from './recorder.ts';

/** A running program, as what starts its nodes sees it. */
export interface World {
  readonly program: Program;
  readonly driver: Driver;
  readonly recorder: Recorder;
  readonly owners: Owners;
  readonly draws: Draws;
  readonly runtimes: readonly NodeRuntime[];
  readonly actions: NodeActions;
  readonly functions: Functions;
}

/** The runtime of a node by index. @throws Error where the program has none. */
export function runtimeOf({ runtimes }: Pick<World, 'runtimes'>, index: number): NodeRuntime {
  const found = runtimes[index];
  if (found === undefined) throw new Error(`The program has no node ${index}.`);
  return found;
}
