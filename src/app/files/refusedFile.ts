import type { Problem } from '#schedule/problem.ts';
import { t } from '#words/words.ts';

/** Something that was not opened, with every reason. */
export interface RefusedFile {
  /** What it is, in a sentence: `poll.json was not opened`. */
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** A file that was not opened. */
export function refusal(name: string, ...problems: readonly Problem[]): RefusedFile {
  return { title: t('{{name}} was not opened', { name }), problems };
}

/** A problem with a file as a whole. */
export function aboutFile(message: string): Problem {
  return { path: [], message };
}
