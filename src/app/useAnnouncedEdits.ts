import { useEffect } from 'react';

import { useCommandBoard } from '#commands/useCommands.ts';
import type { History } from '#store/history.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** Says to those who listen to the page what each edit did, and what undo and redo did to it. */
export function useAnnouncedEdits(): void {
  const { history } = useStudio();
  const { announce } = useCommandBoard();
  useEffect(
    () =>
      history.subscribe((now, before) => {
        const words = editWords(before, now);
        if (words !== null) announce(words);
      }),
    [history, announce],
  );
}

/**
 * What happened to the document, in words; null where nothing is to be said: typing in a field says
 * itself what it does.
 */
export function editWords(before: History, now: History): string | null {
  const done = now.past.length - before.past.length;
  const last = now.past.at(-1);
  if (now.future.length > before.future.length) {
    if (done === -1) return t('Undone: {{label}}', { label: before.past.at(-1)?.label ?? '' });
    return last === undefined
      ? t('Before all edits')
      : t('After: {{label}}', { label: last.label });
  }
  if (last === undefined) return null;
  // An edit drops what could have been done again; it is told from redo by what it changes.
  const next = before.future.at(-done);
  if (done > 0 && next?.redo === last.redo) {
    return done === 1
      ? t('Done again: {{label}}', { label: last.label })
      : t('After: {{label}}', { label: last.label });
  }
  const isNew = last !== before.past.at(-1) && now.schedule !== before.schedule;
  return isNew && last.mergeKey === null ? t('Done: {{label}}', { label: last.label }) : null;
}
