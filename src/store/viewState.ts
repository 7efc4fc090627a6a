import type { Seconds } from '#base/units.ts';

import { AT_START, type Playhead } from './playhead.ts';

/** What is selected. Nodes and edges by id, an event by its sequence number. */
export interface Selection {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly event: number | null;
}

/** Nothing selected. */
export const NO_SELECTION: Selection = { nodes: [], edges: [], event: null };

/** A stretch of virtual time that the timeline shows. */
export interface TimeWindow {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** The colours of the studio: as the system has them, or fixed. */
export type Theme = 'system' | 'light' | 'dark';

/** What the user looks at: no part of the document, never undone. */
export interface ViewState {
  readonly selection: Selection;
  readonly playhead: Playhead;
  readonly playing: boolean;
  /** Virtual seconds per second of the user's time. */
  readonly speed: number;
  /** What the timeline shows; null: the whole run. */
  readonly window: TimeWindow | null;
  /** Whether the timeline folds long idle gaps. */
  readonly foldsIdle: boolean;
  /** Whether the timeline is a table. */
  readonly showsTable: boolean;
  /** The stretch of time that is selected to be measured; null: none. */
  readonly range: TimeWindow | null;
  readonly theme: Theme;
}

/** The view of a document that was just opened. */
export const INITIAL_VIEW: ViewState = {
  selection: NO_SELECTION,
  playhead: AT_START,
  playing: false,
  speed: 1,
  window: null,
  foldsIdle: true,
  showsTable: false,
  range: null,
  theme: 'system',
};
