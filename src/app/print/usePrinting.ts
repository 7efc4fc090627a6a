import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

import { loadMarkdown } from '#app/present/LazyMarkdown.tsx';

/** Whether the page is being printed, by its command or by the browser's own. */
export interface Printing {
  readonly isPrinting: boolean;
  /** Prints the page once all that is on the sheet is there. */
  readonly print: () => void;
}

/** Follows the browser's printing. */
export function usePrinting(): Printing {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => {
      // The browser prints what is there when this returns.
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = (): void => {
      setPrinting(false);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return {
    isPrinting,
    print: () => {
      setPrinting(true);
      void loadMarkdown().finally(() => {
        // Two frames: what was loaded is on the sheet after the first one.
        requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
      });
    },
  };
}
