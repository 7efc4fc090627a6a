import type { CommandInfo } from './commandInfo.ts';

const AT = { scope: 'timeline', group: 'In the timeline' } as const;

/** What can be done in the timeline, and by its keys while it has the focus. */
export const TIMELINE_COMMANDS = [
  {
    ...AT,
    id: 'timelineZoomIn',
    label: 'Zoom in',
    explanation: 'show less time, larger',
    keys: [{ key: 'w' }, { key: '+' }, { key: '=' }],
  },
  {
    ...AT,
    id: 'timelineZoomOut',
    label: 'Zoom out',
    explanation: 'show more time, smaller',
    keys: [{ key: 's' }, { key: '-' }],
  },
  {
    ...AT,
    id: 'timelinePanLeft',
    label: 'Pan to earlier',
    explanation: 'show what was before',
    keys: [{ key: 'a' }],
  },
  {
    ...AT,
    id: 'timelinePanRight',
    label: 'Pan to later',
    explanation: 'show what comes after',
    keys: [{ key: 'd' }],
  },
  {
    ...AT,
    id: 'timelineFit',
    label: 'Fit',
    explanation: 'show the whole run; once more, what is selected',
    keys: [{ key: 'f' }],
  },
  {
    ...AT,
    id: 'foldIdle',
    label: 'Fold idle time',
    explanation: 'fold long idle time, or show it at its full length',
    keys: [{ key: 'i' }],
  },
  {
    ...AT,
    id: 'timelineTable',
    label: 'As a table',
    explanation: 'show the timeline as a table, or as a drawing',
    keys: [{ key: 't' }],
  },
  {
    ...AT,
    id: 'selectRange',
    label: 'Measure a stretch',
    explanation: 'select a stretch of time, to measure it; Shift+drag does the same',
    keys: [{ key: 'r' }],
  },
  {
    ...AT,
    id: 'clearRange',
    label: 'Measure nothing',
    explanation: 'select no stretch of time',
    keys: [{ key: 'Escape' }],
  },
  {
    ...AT,
    id: 'filterLanes',
    label: 'Filter lanes',
    explanation: 'filter the lanes by name',
    keys: [{ key: '/' }],
  },
  {
    ...AT,
    id: 'nextInLane',
    label: 'Next event in the lane',
    explanation: 'on to the next event of the selected lane',
    keys: [{ key: '.' }],
  },
  {
    ...AT,
    id: 'previousInLane',
    label: 'Previous event in the lane',
    explanation: 'back to the event before it in the selected lane',
    keys: [{ key: ',' }],
  },
] as const satisfies readonly CommandInfo[];
