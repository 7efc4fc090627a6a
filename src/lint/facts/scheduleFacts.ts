import { namesNode, type NodeStep } from '#schedule/language.ts';
import { placesOf, type Place } from '#schedule/places.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';

import { liveNodes } from './liveNodes.ts';

/** A node that calls a function, and where it does. */
export interface FunctionUser {
  readonly node: ScheduleNode;
  readonly place: Place;
}

/** A step that names a node, in a function. */
export interface NamingStep {
  readonly function: string;
  /** The index of the step in its function. */
  readonly index: number;
  readonly step: NodeStep;
}

/** What the rules ask of a schedule, found in one pass over it. */
export interface ScheduleFacts {
  readonly schedule: Schedule;
  readonly nodes: ReadonlyMap<string, ScheduleNode>;
  /** Who calls a function; empty where nobody does. */
  readonly usersOf: (name: string) => readonly FunctionUser[];
  /** The steps that name a node, in functions that somebody calls. */
  readonly stepsOn: (node: string) => readonly NamingStep[];
  /** Whether something that runs may start the node, or it is there from the beginning. */
  readonly isLive: (node: string) => boolean;
  /** The ids of the nodes that call a function, each once. */
  readonly callers: (name: string) => readonly string[];
}

/** Reads a schedule once. */
export function scheduleFacts(schedule: Schedule): ScheduleFacts {
  const nodes = new Map(schedule.nodes.map((node) => [node.id, node]));
  const users = new Map<string, FunctionUser[]>();
  for (const node of schedule.nodes) {
    for (const { place, function: name } of placesOf(node)) {
      pushTo(users, name, { node, place });
    }
  }
  const steps = new Map<string, NamingStep[]>();
  for (const [name, definition] of Object.entries(schedule.functions)) {
    if (!users.has(name)) continue;
    definition.steps.forEach((step, index) => {
      if (namesNode(step)) pushTo(steps, step.node, { function: name, index, step });
    });
  }
  const live = liveNodes(schedule, nodes);
  return {
    schedule,
    nodes,
    usersOf: (name) => users.get(name) ?? [],
    stepsOn: (node) => steps.get(node) ?? [],
    isLive: (node) => live.has(node),
    callers: (name) => [...new Set((users.get(name) ?? []).map(({ node }) => node.id))],
  };
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
