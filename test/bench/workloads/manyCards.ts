import type { Workload } from '../workload.ts';

const GRAPH = 'graph of the app';
const PLAIN = 'plain nodes of React Flow';

/** W7: a schedule of 2,000 cards and as many arrows is opened, to be seen as a whole. */
export function openingCards(): Workload {
  return {
    name: 'W7 2,000 cards opened',
    unit: 'opening',
    measures: 'work',
    place: 'page',
    contenders: [
      { name: GRAPH, page: 'openCards' },
      { name: PLAIN, page: 'openPlainNodes' },
    ],
    goals: [{ of: PLAIN, to: GRAPH, atLeast: 0.5 }],
    limits: [{ of: GRAPH, atMost: 1500 }],
  };
}

/** W7: the same cards, all in view, are panned by the pointer. */
export function panningCards(): Workload {
  return {
    name: 'W7 2,000 cards panned',
    unit: 'frame',
    measures: 'work',
    place: 'page',
    contenders: [
      { name: GRAPH, page: 'panCards' },
      { name: PLAIN, page: 'panPlainNodes' },
    ],
    goals: [{ of: PLAIN, to: GRAPH, atLeast: 1 }],
    limits: [{ of: GRAPH, atMost: 20 }],
  };
}
