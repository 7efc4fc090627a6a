import { useDeferredValue, useEffect, useState } from 'react';

import { plainLines, type CodeLine } from './codeLine.ts';

/** Longer code has no colours: to find them would hold up the page. */
const MAX_COLOURED = 300_000;

type Highlight = (code: string) => readonly CodeLine[];

/** Python code in lines: with colours as soon as what finds them is loaded. */
export function usePythonLines(code: string): readonly CodeLine[] {
  const [highlight, setHighlight] = useState<Highlight | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const { highlightPython } = await import('./highlightPython.ts');
      if (isWanted) setHighlight(() => highlightPython);
    };
    // Without colours the code says the same.
    load().catch(() => {});
    return () => {
      isWanted = false;
    };
  }, []);
  // Typing in a field comes first.
  const shown = useDeferredValue(code);
  return highlight === null || shown.length > MAX_COLOURED ? plainLines(shown) : highlight(shown);
}
