import { addLinkThatStarts, connect } from '#schedule/functionEdits.ts';
import { givesDeferred, type NodeStepKind } from '#schedule/language.ts';
import { addNode } from '#schedule/nodeEdits.ts';
import type { Place } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';

import { composeEdits } from './composeEdits.ts';

/** Where a new arrow begins: at a function that a node calls, or at the end of a rail. */
export type ArrowStart =
  | { readonly from: 'function'; readonly node: string; readonly place: Place }
  | { readonly from: 'rail'; readonly node: string; readonly rail: 'callback' | 'errback' };

/**
 * What a new arrow means. At the end of a rail it can only mean one thing: a link that starts the
 * target and waits for it where it can; `does` is not looked at then.
 */
export function addArrow(start: ArrowStart, does: NodeStepKind, target: string): ScheduleEdit {
  if (start.from === 'rail') return addLinkThatStarts(start.node, start.rail, target);
  return connect(start.node, start.place, does, target);
}

/** Adds a node that only the new arrow starts, as one step of the history. */
export function addArrowToNewNode(
  start: ArrowStart,
  kind: NodeKind,
  id: string,
  position: { readonly x: number; readonly y: number },
): ScheduleEdit {
  const does = likeliestStep({ kind, starts: 'never' }, false);
  return composeEdits(`add ${id} after ${start.node}`, [
    addNode(kind, id, position, 'never'),
    addArrow(start, does, id),
  ]);
}

/**
 * What an arrow most likely means. What the program starts by itself is waiting to be fired or
 * stopped; everything else is waiting to be started. `resultMatters`: whoever calls the function
 * waits for a Deferred that it returns.
 */
export function likeliestStep(
  target: Pick<ScheduleNode, 'kind' | 'starts'>,
  resultMatters: boolean,
): NodeStepKind {
  if (target.starts === 'program') {
    if (target.kind === 'deferred') return 'fire';
    if (target.kind === 'loopingCall') return 'stop';
    return 'start';
  }
  return resultMatters && givesDeferred(target.kind) ? 'returnDeferred' : 'start';
}

/** Whether somebody waits for a Deferred that the function at this place returns. */
export function resultMatters(node: ScheduleNode, place: Place): boolean {
  return place.at === 'link' || node.kind === 'loopingCall' || node.kind === 'deferLater';
}
