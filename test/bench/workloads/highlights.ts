import type { Workload } from '../workload.ts';

const GRAPH = { name: 'graph of the app', page: 'highlightsOfTheGraph' };
const BY_HAND = { name: 'by hand in the DOM', page: 'highlightsByHand' };

/**
 * W7: 525 cards in view, of which 20 change what they say at each of 60 updates a second: by the
 * playhead of the app, or by hand, in the same cards. By hand it should cost at least two thirds.
 */
export function highlights(): Workload {
  return {
    name: 'W7 live highlights',
    unit: 'update',
    measures: 'work',
    place: 'page',
    contenders: [GRAPH, BY_HAND],
    goals: [{ of: BY_HAND.name, to: GRAPH.name, atLeast: 0.67 }],
    limits: [{ of: GRAPH.name, atMost: 16 }],
  };
}
