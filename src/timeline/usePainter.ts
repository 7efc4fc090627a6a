import { useEffect, useRef, type RefObject } from 'react';

import { useStudio } from '#store/useStudio.ts';

import { createPainter, type Painter, type Scene } from './draw/painter.ts';

/** The elements that are painted on. */
export interface PaintedElements {
  readonly ruler: RefObject<HTMLCanvasElement | null>;
  readonly lanes: RefObject<HTMLCanvasElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
}

/**
 * Paints the scene of each rendering, and again whenever the playhead moves or the lanes are
 * scrolled, which render nothing: all of it in one animation frame.
 */
export function usePainter({ ruler, lanes, scroller }: PaintedElements, scene: Scene): void {
  const studio = useStudio();
  const painter = useRef<Painter | null>(null);

  useEffect(() => {
    if (ruler.current === null || lanes.current === null) return undefined;
    const element = scroller.current;
    const made = createPainter({
      ruler: ruler.current,
      lanes: lanes.current,
      scrollTop: () => element?.scrollTop ?? 0,
      playhead: () => studio.now.getState(),
    });
    painter.current = made;
    const stopFollowing = studio.now.subscribe(made.request);
    element?.addEventListener('scroll', made.request, { passive: true });
    return () => {
      stopFollowing();
      element?.removeEventListener('scroll', made.request);
      made.dispose();
      painter.current = null;
    };
  }, [studio, ruler, lanes, scroller]);

  useEffect(() => {
    painter.current?.show(scene);
  });
}
