import type { Lesson, LessonText } from './lessonSchema.ts';
import INDEX from './data/index.json' with { type: 'json' };

const FILES = import.meta.glob<unknown>('./data/*/*.json', { import: 'default' });

/** What the list of lessons shows of one. */
export interface LessonEntry {
  readonly id: string;
  readonly title: LessonText;
}

/** All lessons, in the order in which they are best taken. */
export const LESSONS: readonly LessonEntry[] = INDEX;

/**
 * A lesson by its id, loaded when it is wanted; null where there is none.
 *
 * @throws Error where its file cannot be loaded, or is no lesson.
 */
export async function loadLesson(id: string): Promise<Lesson | null> {
  const load = FILES[`./data/lessons/${id}.json`];
  if (load === undefined) return null;
  const [{ lessonSchema }, file] = await Promise.all([import('./lessonSchema.ts'), load()]);
  return lessonSchema.parse(file);
}
