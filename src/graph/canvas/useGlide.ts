import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';

import type { Point } from '#graph/layout/freePlace.ts';
import type { Schedule } from '#schedule/schema.ts';

import { GLIDE_TIME, glideBetween, glidePlaces, type Glide } from './glide.ts';

const NOWHERE: ReadonlyMap<string, Point> = new Map();

interface OnTheWay {
  readonly glide: Glide;
  readonly places: ReadonlyMap<string, Point>;
}

/**
 * Where cards are seen that an edit has moved: on their way for a moment, so that one sees what went
 * where. Empty where nothing is on its way, and always for those who want less motion.
 */
export function useGlide(schedule: Schedule): ReadonlyMap<string, Point> {
  const store = useStoreApi();
  const [seen, setSeen] = useState(schedule);
  const [now, setNow] = useState<OnTheWay | null>(null);

  // While rendering, and not in an effect: the cards must not be seen at their new places before.
  if (seen !== schedule) {
    setSeen(schedule);
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    const glide = wantsMotion() ? glideBetween(seen, schedule, now?.places ?? NOWHERE, view) : null;
    // An edit of something else leaves on their way those that are.
    if (glide !== null || seen.nodes !== schedule.nodes) {
      setNow(glide === null ? null : { glide, places: glidePlaces(glide, 0) });
    }
  }

  const glide = now?.glide ?? null;
  useEffect(() => {
    if (glide === null) return;
    let start: number | null = null;
    let frame = 0;
    const step = (time: number): void => {
      start ??= time;
      const part = (time - start) / GLIDE_TIME;
      if (part >= 1) {
        setNow(null);
        return;
      }
      setNow({ glide, places: glidePlaces(glide, part) });
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [glide]);

  return now?.places ?? NOWHERE;
}

function wantsMotion(): boolean {
  // not shown: a query of CSS
  return !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
