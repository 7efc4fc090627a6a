import { pageStorage } from '#ui/pageStorage.ts';

import { LESSONS } from './lessons.ts';

const DONE = 'reactor-studio/lessons';

/** The ids of the lessons whose goal was reached. */
export function doneLessons(): ReadonlySet<string> {
  const known = new Set(LESSONS.map(({ id }) => id));
  const kept = (pageStorage.getItem(DONE) ?? '').split(' ');
  return new Set(kept.filter((id) => known.has(id)));
}

/** Keeps that the goal of a lesson was reached. */
export function keepDone(id: string): void {
  pageStorage.setItem(DONE, [...new Set([...doneLessons(), id])].join(' '));
}
