/** What a key that moves does while the timeline has the focus. */
export type TimelineMove = 'step' | 'stepBack' | 'toStart' | 'toEnd' | 'nextLane' | 'previousLane';

const MOVES: Readonly<Record<string, TimelineMove>> = {
  ArrowRight: 'step',
  ArrowLeft: 'stepBack',
  Home: 'toStart',
  End: 'toEnd',
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

/** Where a key press moves, or null where it does not. Other keys are those of commands. */
export function timelineMove({ key, ctrlKey, metaKey, altKey }: PressedKey): TimelineMove | null {
  if (ctrlKey || metaKey || altKey) return null;
  return Object.hasOwn(MOVES, key) ? (MOVES[key] ?? null) : null;
}
