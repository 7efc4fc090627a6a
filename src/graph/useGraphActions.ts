import { createContext, useContext } from 'react';

import type { CssPixels } from '#base/units.ts';
import { placeKey, type Place } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

/** A place on a card that is edited where it stands: a function that is called there, or a timeout. */
export type CardPlace = Place | { readonly at: 'timeout'; readonly link: number };

/** A place on a card in a word that is unique within it. */
export function cardPlaceKey(place: CardPlace): string {
  return place.at === 'timeout' ? `${place.link}:timeout` : placeKey(place);
}

/** What a card can ask of the canvas that it stands on. The same object as long as the canvas lives. */
export interface GraphActions {
  /** Lets the user rename a node in place. */
  readonly rename: (id: string) => void;
  /** Opens the form that connects a node by keyboard, with an end of it chosen: a port's id, or null. */
  readonly connect: (id: string, port: string | null) => void;
  /** Opens the palette's menu for a node that is put into an arrow. */
  readonly insertInto: (arrow: string) => void;
  /** Opens the menu of what of a node playing stops at. */
  readonly breakAt: (id: string) => void;
  /** Opens the list of what is questionable about a node, with what mends it. */
  readonly showProblems: (id: string) => void;
  /**
   * Opens the editor of a place on a card, `down` of the graph's pixels below its top; `step`: of the
   * function there, or null for the whole.
   */
  readonly editAt: (id: string, place: CardPlace, step: number | null, down: CssPixels) => void;
  /** Makes an edit; where it is refused, the canvas says why. Gives whether it was made. */
  readonly edit: (edit: ScheduleEdit) => boolean;
  /** Deletes what is selected. */
  readonly removeSelection: () => void;
}

/** The canvas around a card. */
export const GraphActionsContext = createContext<GraphActions | null>(null);

/** @throws Error outside a canvas. */
export function useGraphActions(): GraphActions {
  const actions = useContext(GraphActionsContext);
  if (actions === null) throw new Error('A card stands on no canvas.');
  return actions;
}
