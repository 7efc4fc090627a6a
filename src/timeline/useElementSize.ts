import { useEffect, useState, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';

/** The size of an element's content, without scrollbars. */
export interface ElementSize {
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** Follows the size of an element; 0 by 0 until it is known. */
export function useElementSize(ref: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver((entries) => {
      const rect = entries.at(-1)?.contentRect;
      if (rect === undefined) return;
      const { width, height } = rect;
      setSize((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  return size;
}
