import type { NodeHandle, Position } from '@xyflow/react';

import { cardLayout } from '#graph/layout/cardLayout.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import type { Port } from '#graph/layout/ports.ts';
import { chainOf, ownFunction } from '#schedule/language.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleFunction, ScheduleNode } from '#schedule/schema.ts';

import type { CardData, CardNode } from './flowTypes.ts';

/** A card, and the functions that it was laid out with. */
export interface KnownCard {
  readonly flow: CardNode;
  readonly functions: readonly (ScheduleFunction | null)[];
}

/** A node's card at a place: the one before where nothing has changed. */
export function cardOf(
  schedule: Schedule,
  node: ScheduleNode,
  position: Point,
  selected: boolean,
  before: KnownCard | undefined,
): KnownCard {
  const functions = placesOf(node).map((entry) => functionNamed(schedule, entry.function));
  const sameText =
    before !== undefined &&
    sameButPlace(before.flow.data.node, node) &&
    before.functions.length === functions.length &&
    before.functions.every((known, index) => known === functions[index]);
  const data: CardData = sameText
    ? before.flow.data
    : { node, layout: cardLayout(node, (name) => functionNamed(schedule, name)) };
  const unchanged =
    sameText &&
    before.flow.position.x === position.x &&
    before.flow.position.y === position.y &&
    before.flow.selected === selected;
  return unchanged ? before : { flow: toCard(node.id, data, position, selected), functions };
}

/** Whether two states of a node look the same wherever they stand. */
export function sameButPlace(a: ScheduleNode, b: ScheduleNode): boolean {
  if (a === b) return true;
  const keys = Object.keys(a).filter((key) => key !== 'position');
  return (
    Object.keys(b).filter((key) => key !== 'position').length === keys.length &&
    ownFunction(a) === ownFunction(b) &&
    chainOf(a) === chainOf(b) &&
    keys.every((key) => Reflect.get(a, key) === Reflect.get(b, key))
  );
}

function toCard(id: string, data: CardData, position: Point, selected: boolean): CardNode {
  const { width, height, ports } = data.layout;
  return {
    id,
    type: 'card',
    data,
    position,
    selected,
    width,
    height,
    // Said, not measured: React Flow has nothing to write back then.
    measured: { width, height },
    handles: ports.map(toHandle),
    domAttributes: { 'aria-labelledby': cardLabelIds(id) },
  };
}

/** A port as React Flow knows it. */
export function toHandle({ id, end, edge, x, y, size }: Port): NodeHandle {
  return {
    id,
    type: end,
    // An enum of React Flow whose values are these words; importing it would import React.
    position: edge as string as Position,
    x: x - size / 2,
    y: y - size / 2,
    width: size,
    height: size,
  };
}

/** The ids of the elements that name a card or a frame: its id, its kind and its state at the playhead. */
export function cardLabelIds(id: string): string {
  // not shown: ids of elements
  return `card-${id}-id card-${id}-kind card-${id}-state card-${id}-breakpoint card-${id}-problems`;
}
