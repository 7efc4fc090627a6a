import type { CssPixels } from '#base/units.ts';
import type { FieldEdge } from '#schedule/edges.ts';
import { placeKey, type Place } from '#schedule/places.ts';

import { CARD_WIDTH, type Rail } from './metrics.ts';

/** An end of an arrow on the edge of a card. */
export interface Port {
  /** Unique within the card. */
  readonly id: string;
  readonly end: 'source' | 'target';
  /** Whether an arrow can be dragged out of it. */
  readonly drags: boolean;
  readonly edge: 'left' | 'right' | 'bottom';
  /** Whose steps it belongs to, or that it is a field's; every arrow ends at `target`. */
  readonly look: 'own' | Rail | 'field' | 'target';
  /** Its centre. */
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly size: CssPixels;
}

/** The port where every arrow to a card ends. */
export const TARGET_PORT = 'in';

/** The handle of a node's own function. */
export const OWN_PORT = 'own';

/** The handle at the end of a rail. */
export function railPort(rail: Rail): string {
  return `rail:${rail}`;
}

/** A field of a node that names others and is drawn as arrows. */
export type ArrowField = FieldEdge['field'];

/** The handle of a field. */
export function fieldPort(field: ArrowField): string {
  return `field:${field}`;
}

/** A step of the function at a place of a node. */
export function stepKey(place: Place, step: number): string {
  return `${placeKey(place)}/${step}`;
}

/** A name in a field of a node. */
export function fieldKey(field: ArrowField, index: number): string {
  return `${field}/${index}`;
}

/** The port where arrows to a card, or to a frame, end. */
export const TARGET: Port = {
  id: TARGET_PORT,
  end: 'target',
  drags: false,
  edge: 'left',
  size: 12,
  look: 'target',
  x: 0,
  y: 20,
};

/** The port where the arrows of what lies in a folded frame begin. */
export const FOLDED_PORT = 'folded';

/** A handle on the right edge of a card. */
export function rightHandle(id: string, look: 'own' | 'field', y: CssPixels): Port {
  return { id, end: 'source', drags: true, edge: 'right', look, size: 14, x: CARD_WIDTH, y };
}

/** The end of an arrow that nothing is dragged out of, on the right edge of a card. */
export function rightPort(id: string, look: Port['look'], y: CssPixels): Port {
  return { id, end: 'source', drags: false, edge: 'right', look, size: 8, x: CARD_WIDTH, y };
}

/** The handle where a rail ends, at the bottom of a card. */
export function railHandle(rail: Rail, x: CssPixels, y: CssPixels): Port {
  return {
    id: railPort(rail),
    end: 'source',
    drags: true,
    edge: 'bottom',
    look: rail,
    size: 14,
    x,
    y,
  };
}
