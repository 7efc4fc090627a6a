import { fieldPort, OWN_PORT, railPort, type ArrowField } from '#graph/layout/ports.ts';
import { RAILS, type Rail } from '#graph/layout/metrics.ts';
import { chainOf, givesDeferred, ownFunction, ownFunctionField } from '#schedule/language.ts';
import { linkSides, OWN_PLACE, placeKey, type Place } from '#schedule/places.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** Where a new arrow begins: at a function that a node calls, at the end of a rail, or at a field. */
export type ArrowStart =
  | { readonly from: 'function'; readonly node: string; readonly place: Place }
  | { readonly from: 'rail'; readonly node: string; readonly rail: Rail }
  | { readonly from: 'field'; readonly node: string; readonly field: ArrowField };

/** A place where an arrow can begin, in words. */
export interface ArrowStartChoice {
  /** A handle's id where it has a handle, else the place's key. */
  readonly key: string;
  readonly text: string;
  readonly start: ArrowStart;
}

/** All places of a node where an arrow can begin, the likeliest first. */
export function arrowStarts(node: ScheduleNode): readonly ArrowStartChoice[] {
  const own = ownStarts(node);
  const others = [...fieldStarts(node), ...linkStarts(node), ...railStarts(node)];
  // A Deferred that somebody fires hardly ever does something by being cancelled.
  return node.kind === 'deferred' ? [...others, ...own] : [...own, ...others];
}

/** Where an arrow begins that is dragged out of a handle; null where it is not one of the node's. */
export function arrowStartAt(node: ScheduleNode, port: string): ArrowStart | null {
  return arrowStarts(node).find(({ key }) => key === port)?.start ?? null;
}

/** Where an arrow begins that is there already. */
export function startOfArrow(edge: ScheduleEdge): ArrowStart {
  return edge.by === 'step'
    ? { from: 'function', node: edge.source, place: edge.place }
    : { from: 'field', node: edge.source, field: edge.field };
}

/** The handle that an arrow begins at when nobody says where; null: none can begin at this node. */
export function firstPort(node: ScheduleNode): string | null {
  return arrowStarts(node)[0]?.key ?? null;
}

function ownStarts(node: ScheduleNode): readonly ArrowStartChoice[] {
  if (ownFunctionField(node.kind) === null) return [];
  const own = ownFunction(node);
  const called = node.kind === 'deferred' ? t('its canceller') : t('its function');
  const text = own === null ? t('{{called}} (a new one)', { called }) : `${called} ${own}`;
  return [{ key: OWN_PORT, text, start: { from: 'function', node: node.id, place: OWN_PLACE } }];
}

function fieldStarts({ kind, id: node }: ScheduleNode): readonly ArrowStartChoice[] {
  const choice = (field: ArrowField, text: string): readonly ArrowStartChoice[] => [
    { key: fieldPort(field), text, start: { from: 'field', node, field } },
  ];
  if (kind === 'deferredList') return choice('member', t('its members'));
  if (kind === 'guarded') return choice('semaphore', t('its semaphore'));
  return kind === 'queueGet' ? choice('queue', t('its queue')) : [];
}

function linkStarts(node: ScheduleNode): readonly ArrowStartChoice[] {
  return chainOf(node).flatMap((link, index) =>
    linkSides(link).map(([side, name]) => {
      const place = { at: 'link', link: index, side } as const;
      const text = side === 'both' ? t('{{name}}, on both rails', { name }) : `${side} ${name}`;
      return { key: placeKey(place), text, start: { from: 'function', node: node.id, place } };
    }),
  );
}

function railStarts({ kind, id: node }: ScheduleNode): readonly ArrowStartChoice[] {
  if (!givesDeferred(kind)) return [];
  return RAILS.map((rail) => ({
    key: railPort(rail),
    text: rail === 'callback' ? t('the end, after a result') : t('the end, after a failure'),
    start: { from: 'rail', node, rail },
  }));
}
