/** What a key does while the timeline has the focus. */
export type TimelineAction =
  | 'zoomIn'
  | 'zoomOut'
  | 'panLeft'
  | 'panRight'
  | 'fit'
  | 'fitOrSelection'
  | 'foldIdle'
  | 'table'
  | 'selectRange'
  | 'clearRange'
  | 'filterLanes'
  | 'step'
  | 'stepBack'
  | 'toStart'
  | 'toEnd'
  | 'nextEvent'
  | 'previousEvent'
  | 'nextLane'
  | 'previousLane';

const ACTIONS: Readonly<Record<string, TimelineAction>> = {
  w: 'zoomIn',
  s: 'zoomOut',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  a: 'panLeft',
  d: 'panRight',
  f: 'fitOrSelection',
  i: 'foldIdle',
  t: 'table',
  r: 'selectRange',
  Escape: 'clearRange',
  '/': 'filterLanes',
  ArrowRight: 'step',
  ArrowLeft: 'stepBack',
  Home: 'toStart',
  End: 'toEnd',
  '.': 'nextEvent',
  ',': 'previousEvent',
  ArrowDown: 'nextLane',
  ArrowUp: 'previousLane',
};

/** The parts of a key press that decide. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key press does, or null where it is not the timeline's. */
export function timelineAction({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: PressedKey): TimelineAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(ACTIONS, name) ? (ACTIONS[name] ?? null) : null;
}
