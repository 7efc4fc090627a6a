import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether the screen is touched with fingers, rather than pointed at. */
export function useIsTouched(): boolean {
  // not shown: a query of CSS
  return useMedia('(pointer: coarse)');
}
