/** A key press on the canvas. */
export interface CanvasKey {
  readonly key: string;
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key does on the canvas. */
export type CanvasAction =
  | { readonly do: 'selectAll' | 'clear' | 'remove' | 'rename' | 'connect' | 'break' | 'palette' }
  | { readonly do: 'zoomIn' | 'zoomOut' | 'fit' }
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

/**
 * What a key does, or null. `onPane`: the focus is on the canvas itself, not on a card, which
 * React Flow moves by arrow keys and unselects by Esc itself.
 */
export function keyAction(press: CanvasKey, onPane: boolean): CanvasAction | null {
  const { key, mod, shift, alt } = press;
  if (alt) return null;
  if (mod) return key.toLowerCase() === 'a' && !shift ? { do: 'selectAll' } : null;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const factor = shift ? FASTER : 1;
    return onPane ? { do: 'move', x: arrow[0] * factor, y: arrow[1] * factor } : null;
  }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return { do: 'remove' };
    case 'F2':
      return { do: 'rename' };
    case 'c':
    case 'C':
      return { do: 'connect' };
    case 'b':
    case 'B':
      return { do: 'break' };
    case 'Escape':
      return { do: 'clear' };
    case 'Tab':
      return onPane && !shift ? { do: 'palette' } : null;
    case '+':
    case '=':
      return { do: 'zoomIn' };
    case '-':
      return { do: 'zoomOut' };
    case '!':
      return { do: 'fit' };
    case '1':
      return shift ? { do: 'fit' } : null;
    default:
      return null;
  }
}
