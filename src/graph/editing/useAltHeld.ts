import { useEffect, useRef, useState } from 'react';

/** Whether the Alt key is held, by which dragging copies. */
export interface AltHeld {
  readonly held: boolean;
  /** The same as of now, for what is called between two drawings. */
  readonly isCopying: () => boolean;
}

/** Watches the Alt key, also while the pointer is out of the canvas. */
export function useAltHeld(): AltHeld {
  const now = useRef(false);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const look = ({ altKey }: KeyboardEvent | PointerEvent): void => {
      now.current = altKey;
      setHeld(altKey);
    };
    const types = ['keydown', 'keyup', 'pointerdown', 'pointermove', 'pointerup'] as const;
    // Before anybody else: a drag that ends is told of in the same event.
    for (const type of types) window.addEventListener(type, look, true);
    return () => {
      for (const type of types) window.removeEventListener(type, look, true);
    };
  }, []);
  return { held, isCopying: () => now.current };
}
