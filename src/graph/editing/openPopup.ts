import type { ArrowStart } from '#graph/edits/arrowStarts.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import type { PopupPlace } from '#graph/menus/Popup.tsx';
import type { CardPlace } from '#graph/useGraphActions.ts';

/**
 * What is open above the canvas. `at` is from the canvas's corner in CSS pixels, `place` in the
 * graph's plane.
 */
export type OpenPopup =
  /**
   * Which kind to add here; `start` is where the arrow begins that was let go here, to lead to it,
   * and `arrow` that arrow where it was there before. `into`: the arrow that it is put into.
   */
  | {
      readonly is: 'palette';
      readonly at: Point;
      readonly place: Point;
      readonly start: ArrowStart | null;
      readonly arrow: ScheduleEdge | null;
      readonly into: ScheduleEdge | null;
    }
  /** What an arrow means that was let go over a card; `arrow` where it was there before. */
  | {
      readonly is: 'meaning';
      readonly at: Point;
      readonly start: ArrowStart;
      readonly arrow: ScheduleEdge | null;
      readonly target: string;
    }
  /** The form that connects a node by keyboard. */
  | {
      readonly is: 'connect';
      readonly at: PopupPlace;
      readonly source: string;
      readonly port: string | null;
    }
  /** What of a node playing stops at. */
  | { readonly is: 'break'; readonly at: PopupPlace; readonly id: string }
  /** What is questionable about a node. */
  | { readonly is: 'problems'; readonly at: PopupPlace; readonly id: string }
  /** A function or a timeout on a card, in place; `step` is where the focus begins. */
  | {
      readonly is: 'place';
      readonly at: PopupPlace;
      readonly id: string;
      readonly place: CardPlace;
      readonly step: number | null;
    }
  | { readonly is: 'rename'; readonly id: string };
