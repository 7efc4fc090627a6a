import { useStore, useUpdateNodeInternals } from '@xyflow/react';
import { createContext, useContext, useEffect, useRef } from 'react';

/**
 * How much of a card is drawn: all of it; its name and its state, large; or, of many cards seen
 * from very far, a block in the colour of its state.
 */
export type Detail = 'whole' | 'far' | 'block';

/** Below this zoom nobody can read a card. */
const FAR_ZOOM = 0.45;
/** Below this one not even a name in large letters. */
const BLOCK_ZOOM = 0.2;
/** So few cards are drawn with their names at any zoom: that costs little. */
const FEW_CARDS = 100;

/** How the cards are drawn now. */
export const DetailContext = createContext<Detail>('whole');

/** How the cards are drawn now. */
export function useDetail(): Detail {
  return useContext(DetailContext);
}

/** How so many cards are to be drawn at the canvas's zoom. */
export function useDetailOfZoom(cards: number): Detail {
  return useStore(({ transform: [, , zoom] }) => {
    if (zoom >= FAR_ZOOM) return 'whole';
    return zoom < BLOCK_ZOOM && cards > FEW_CARDS ? 'block' : 'far';
  });
}

/**
 * Makes React Flow look for the ports of cards that were blocks a moment ago: it does so by itself
 * only where the size of a card has changed.
 */
export function usePortsFound(detail: Detail, ids: readonly string[]): void {
  const update = useUpdateNodeInternals();
  const haveNone = useRef(false);
  useEffect(() => {
    if (haveNone.current && detail !== 'block') update([...ids]);
    haveNone.current = detail === 'block';
  }, [detail, ids, update]);
}
