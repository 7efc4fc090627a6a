import { useState, type KeyboardEvent, type ReactNode } from 'react';

import { toastProblems } from '#app/notices/toastProblems.tsx';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './DocumentName.module.css';

/** What the document format allows. */
const MAX_LENGTH = 200;

/** The name of the schedule, edited in place: Enter or leaving keeps it, Esc brings the old one back. */
export function DocumentName(): ReactNode {
  const studio = useStudio();
  const { name } = useSchedule();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? name;

  const commit = (): void => {
    const typed = draft?.trim() ?? '';
    setDraft(null);
    if (typed === '' || typed === name) return;
    toastProblems(studio.edit(setDocumentFields({ name: typed })));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      commit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(null);
    }
  };

  return (
    <input
      className={styles.name}
      aria-label={t('Name of the schedule')}
      title={shown}
      value={shown}
      // Where the browser cannot size a field by its content, this comes close.
      size={Math.max(6, Math.min(40, shown.length))}
      maxLength={MAX_LENGTH}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
