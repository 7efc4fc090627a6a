import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { useNow, useStudio } from '#store/useStudio.ts';
import { formatClock } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import styles from './ClockField.module.css';
import { parseTime } from '#base/parseTime.ts';

/** The playhead's time. A typed time moves the playhead; Esc brings the clock back. */
export function ClockField(): ReactNode {
  const studio = useStudio();
  const errorId = useId();
  const clock = useNow((now) => formatClock(now.time));
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [seeks, setSeeks] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  // After Enter the focus stays, and the next thing that is typed is another time.
  useEffect(() => {
    if (seeks > 0) input.current?.select();
  }, [seeks]);

  const leave = (): void => {
    setDraft(null);
    setRefused(false);
  };
  /** Seeks to what was typed; false where that is no time. */
  const seekTyped = (): boolean => {
    if (draft === null || draft.trim() === '') return true;
    const time = parseTime(draft);
    if (time === null) return false;
    studio.pause();
    studio.seek(time);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      if (seekTyped()) {
        leave();
        setSeeks(seeks + 1);
      } else {
        setRefused(true);
      }
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    }
  };

  return (
    <span className={styles.clock}>
      <input
        ref={input}
        className={styles.input}
        aria-label={t('Time of the playhead')}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? errorId : undefined}
        title={t('Type a time, such as 12.4, 1:05.2 or 200ms')}
        value={draft ?? clock}
        size={Math.max(9, (draft ?? clock).length)}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(false);
        }}
        onBlur={() => {
          seekTyped();
          leave();
        }}
        onKeyDown={onKeyDown}
      />
      {refused ? (
        <span id={errorId} role="alert" className={styles.error}>
          {t('Type a time, such as 12.4, 1:05.2 or 200ms.')}
        </span>
      ) : null}
    </span>
  );
}
