import { msg } from '#words/words.ts';

import type { CommandInfo } from './commandInfo.ts';

const AT = { scope: 'timeline', group: 'inTimeline' } as const;

/** What can be done in the timeline, and by its keys while it has the focus. */
export const TIMELINE_COMMANDS = [
  {
    ...AT,
    id: 'timelineZoomIn',
    label: msg('Zoom in'),
    explanation: msg('show less time, larger'),
    keys: [{ key: 'w' }, { key: '+' }, { key: '=' }],
  },
  {
    ...AT,
    id: 'timelineZoomOut',
    label: msg('Zoom out'),
    explanation: msg('show more time, smaller'),
    keys: [{ key: 's' }, { key: '-' }],
  },
  {
    ...AT,
    id: 'timelinePanLeft',
    label: msg('Pan to earlier'),
    explanation: msg('show what was before'),
    keys: [{ key: 'a' }],
  },
  {
    ...AT,
    id: 'timelinePanRight',
    label: msg('Pan to later'),
    explanation: msg('show what comes after'),
    keys: [{ key: 'd' }],
  },
  {
    ...AT,
    id: 'timelineFit',
    label: msg('Fit'),
    explanation: msg('show the whole run; once more, what is selected'),
    keys: [{ key: 'f' }],
  },
  {
    ...AT,
    id: 'foldIdle',
    label: msg('Fold idle time'),
    explanation: msg('fold long idle time, or show it at its full length'),
    keys: [{ key: 'i' }],
  },
  {
    ...AT,
    id: 'timelineTable',
    label: msg('As a table'),
    explanation: msg('show the timeline as a table, or as a drawing'),
    keys: [{ key: 't' }],
  },
  {
    ...AT,
    id: 'selectRange',
    label: msg('Measure a stretch'),
    explanation: msg('select a stretch of time, to measure it; Shift+drag does the same'),
    keys: [{ key: 'r' }],
  },
  {
    ...AT,
    id: 'clearRange',
    label: msg('Measure nothing'),
    explanation: msg('select no stretch of time'),
    keys: [{ key: 'Escape' }],
  },
  {
    ...AT,
    id: 'filterLanes',
    label: msg('Filter lanes'),
    explanation: msg('filter the lanes by name'),
    keys: [{ key: '/' }],
  },
  {
    ...AT,
    id: 'nextInLane',
    label: msg('Next event in the lane'),
    explanation: msg('on to the next event of the selected lane'),
    keys: [{ key: '.' }],
  },
  {
    ...AT,
    id: 'previousInLane',
    label: msg('Previous event in the lane'),
    explanation: msg('back to the event before it in the selected lane'),
    keys: [{ key: ',' }],
  },
] as const satisfies readonly CommandInfo[];
