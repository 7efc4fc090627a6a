import { EXPORT_CLASS_NAMES, exceptionSource, exceptionTypeFault } from '#schedule/exceptions.ts';

const MAX_LENGTH = 60;
const FALLBACK = 'Schedule';

/**
 * The name of the program's class, from the schedule's name: `PollAFeed`. It is no exception
 * class, and none of the names at the top of the module.
 *
 * @param errors the exception classes that the schedule names
 */
export function classNameFor(scheduleName: string, errors: ReadonlySet<string>): string {
  const words = wordsOf(scheduleName).map((word) => word[0]?.toUpperCase() + word.slice(1));
  let name = words.join('').slice(0, MAX_LENGTH);
  if (!/^[A-Z]/.test(name)) name = FALLBACK + name;
  while (isTaken(name, errors)) name += FALLBACK;
  return name;
}

/** The name of a file for the program: `poll_a_feed.py`. */
export function fileNameFor(scheduleName: string): string {
  const stem = wordsOf(scheduleName).join('_').toLowerCase().slice(0, MAX_LENGTH);
  // A module of a name that is imported here, or that Python cannot import, would be no use.
  return `${/^[a-z]/.test(stem) && stem.includes('_') ? stem : `schedule${stem && `_${stem}`}`}.py`;
}

function isTaken(name: string, errors: ReadonlySet<string>): boolean {
  return (
    errors.has(name) ||
    EXPORT_CLASS_NAMES.has(name) ||
    exceptionSource(name).from !== 'schedule' ||
    exceptionTypeFault(name, 'caught') !== null
  );
}

/** The words of a text in ASCII; letters with marks lose them. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  );
}
