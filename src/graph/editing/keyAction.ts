/** A key press on the canvas. */
export interface CanvasKey {
  readonly key: string;
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key does that is not a command's. */
export type CanvasAction =
  | { readonly do: 'palette' }
  /** In steps of the grid. */
  | { readonly do: 'move'; readonly x: number; readonly y: number };

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How many steps an arrow key moves with Shift. */
const FASTER = 4;

/** What a key does on the canvas itself, or null. On a card React Flow moves it by the arrow keys. */
export function keyAction({ key, mod, shift, alt }: CanvasKey): CanvasAction | null {
  if (alt || mod) return null;
  if (key === 'Tab') return shift ? null : { do: 'palette' };
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  const factor = shift ? FASTER : 1;
  return { do: 'move', x: arrow[0] * factor, y: arrow[1] * factor };
}
