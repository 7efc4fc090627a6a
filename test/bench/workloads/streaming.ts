import type { Workload } from '../workload.ts';

const COLUMNS = { name: 'columns of the app', page: 'streamColumns' };
const NO_INDEX = { name: 'without the index', page: 'keepColumns' };
const THOUSANDS = { name: 'objects, 1 000 at once', page: 'streamThousands' };
const SINGLY = { name: 'objects, one at once', page: 'streamSingly' };

/**
 * W5: a million events from the worker to the page in Chromium, from the simulator to the index by
 * node, kind and cause on the page.
 */
export function streaming(): readonly Workload[] {
  return [
    {
      name: 'W5 streaming',
      unit: 'events',
      measures: 'rate',
      place: 'page',
      contenders: [COLUMNS, THOUSANDS, SINGLY],
      goals: [
        { of: COLUMNS.name, to: THOUSANDS.name, atLeast: 3 },
        { of: COLUMNS.name, to: SINGLY.name, atLeast: 3 },
      ],
      limits: [{ of: COLUMNS.name, atLeast: 3e6 }],
    },
    {
      name: 'W5t others on the page while it streams',
      unit: 'event',
      measures: 'wait',
      place: 'page',
      contenders: [COLUMNS, THOUSANDS, SINGLY],
      goals: [],
      limits: [{ of: COLUMNS.name, atMost: 30 }],
    },
    {
      name: 'W5m memory on the page',
      unit: 'event',
      measures: 'bytes',
      place: 'page',
      contenders: [NO_INDEX, COLUMNS, THOUSANDS],
      goals: [],
      limits: [{ of: NO_INDEX.name, atMost: 24 }],
    },
  ];
}
