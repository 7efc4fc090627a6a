import { useEffect } from 'react';

import { partOf, placeIn, rememberPlace } from './layout/parts.ts';

/**
 * Keeps the focus on the page: when what had it goes, such as the card of an edit that is undone, it
 * goes to another place of the same part of the screen. A browser would forget it, and the next key
 * would mean something else.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let part: Element | null = null;

    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
      last = target;
      part = partOf(target);
      rememberPlace(target);
    };
    const keep = (): void => {
      const isLost = document.activeElement === document.body && last?.isConnected === false;
      if (!isLost || part === null) return;
      last = null;
      const canvas = part.querySelector<HTMLElement>('[data-commands][tabindex]');
      (canvas ?? placeIn(part))?.focus({ preventScroll: true });
    };
    // Not each browser tells that an element with the focus went: the next key asks again.
    const onBlur = (): void => {
      requestAnimationFrame(keep);
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    window.addEventListener('keydown', keep, true);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      window.removeEventListener('keydown', keep, true);
    };
  }, []);
}
