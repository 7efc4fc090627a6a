import type { ScheduleNode } from '#schedule/schema.ts';

/*
 * The program's own attributes. Ids and names of functions have no `_` in front, and each sort
 * here has an ending of its own, so no two are equal.
 */

/** The attribute that holds the newest instance of a node. */
export function nodeAttribute(node: ScheduleNode): string {
  return `self.${node.id}`;
}

/** The attribute that holds the newest Deferred of a node. */
export function deferredAttribute(node: ScheduleNode): string {
  return hasSeparateDeferred(node) ? `self._${node.id}_done` : nodeAttribute(node);
}

/** Whether the Deferred of a node is another object than the one that bears the node's name. */
export function hasSeparateDeferred(node: ScheduleNode): boolean {
  return node.kind === 'loopingCall' || node.kind === 'cooperate';
}

/** The attribute that counts the calls of a function. */
export function callsAttribute(functionName: string): string {
  return `self._${functionName}_calls`;
}

/** A place of the schedule that has random draws of its own. */
export interface Stream {
  readonly attribute: string;
  /** What its generator is seeded with, next to the schedule's seed. */
  readonly place: string;
}

/** The draws of a node's delay. */
export function delayStream(node: ScheduleNode): Stream {
  return { attribute: `self._${node.id}_delay`, place: `${node.id}.delay` };
}

/** The draws of a step, counted from 0 within its function. */
export function stepStream(functionName: string, step: number, use: 'for' | 'chance'): Stream {
  return {
    attribute: `self._${functionName}_${step}_${use}`,
    place: `${functionName}.${step}.${use}`,
  };
}
