import type { Workload } from '../workload.ts';

const MILLION = { name: 'timeline of the app, 1e6 events', page: 'framesOfAMillion' };
const TEN = { name: 'timeline of the app, 1e7 events', page: 'framesOfTenMillion' };
const NAIVE = { name: 'a rectangle each, 1e6 events', page: 'framesOfRectangles' };

/**
 * W6: frames of the timeline, 1 600 by 600 pixels, with all events of a run in view and then fewer
 * and fewer: zoomed and panned, a frame each. Ten times as many events may cost half as much more.
 */
export function frames(): Workload {
  return {
    name: 'W6 frames of the timeline',
    unit: 'frame',
    measures: 'work',
    place: 'page',
    contenders: [MILLION, TEN, NAIVE],
    goals: [
      { of: NAIVE.name, to: MILLION.name, atLeast: 50 },
      { of: MILLION.name, to: TEN.name, atLeast: 0.67 },
    ],
    limits: [{ of: MILLION.name, atMost: 8 }],
  };
}
