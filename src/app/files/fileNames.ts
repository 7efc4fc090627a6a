/** What a schedule's file ends in, and that of a run. */
const SCHEDULE_ENDING = '.schedule.json';
const TRACE_ENDING = '.trace';

/** Room for the ending on every file system. */
const MAX_LENGTH = 80;

/** Characters that some file system forbids, or that are not seen. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** Names that Windows keeps for devices, whatever the ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name of the file that a schedule of this name is saved in: `Poll a feed.schedule.json`. */
export function scheduleFileName(name: string): string {
  return fileName(name, 'schedule', SCHEDULE_ENDING);
}

/** The name of the file that a run of such a schedule is saved in: `Poll a feed.trace`. */
export function traceFileName(name: string): string {
  return fileName(name, 'run', TRACE_ENDING);
}

/** The name of the file that a picture of its timeline is saved in; `ending` with the dot. */
export function pictureFileName(name: string, ending: string): string {
  return fileName(`${name} timeline`.trim(), 'timeline', ending);
}

function fileName(name: string, otherwise: string, ending: string): string {
  const stem = name
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .slice(0, MAX_LENGTH)
    // A character that was cut in two.
    .replace(/\p{Cs}$/u, '')
    .replace(/[ .]+$/, '');
  if (stem === '') return `${otherwise}${ending}`;
  return `${DEVICES.test(stem) ? `_${stem}` : stem}${ending}`;
}
