import { useEffect, useRef, type RefObject } from 'react';

import { useStudio } from '#store/useStudio.ts';

/**
 * Keeps the focus in a list of findings when that which is mended goes, at once or with the next run:
 * it goes on to the first that is left, or `otherwise` says where to. Gives what is to be called at a fix.
 */
export function useFocusAfterFix(
  list: RefObject<HTMLElement | null>,
  otherwise: () => void,
): () => void {
  const { findings } = useStudio();
  const waits = useRef(false);
  const leave = useRef(otherwise);
  useEffect(() => {
    leave.current = otherwise;
  }, [otherwise]);
  useEffect(() => {
    const goOn = (): void => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) {
        waits.current = list.current?.contains(activeElement) === true;
        return;
      }
      waits.current = false;
      const next = list.current?.querySelector<HTMLElement>('[data-finding]') ?? null;
      if (next === null) leave.current();
      else next.focus();
    };
    // A frame later: by then the list is drawn without what was mended.
    return findings.subscribe(() => {
      if (waits.current) requestAnimationFrame(goOn);
    });
  }, [findings, list]);
  return () => {
    waits.current = true;
  };
}
