import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './LaneFilter.module.css';

interface LaneFilterProps {
  readonly text: string;
  /** How often it was asked for: it takes the focus each time. */
  readonly asks: number;
  readonly onChange: (text: string) => void;
  readonly onClose: () => void;
  /** How many lanes of nodes are shown, folded ones among them, and of how many. */
  readonly shown: number;
  readonly all: number;
}

/** Asks which lanes are shown. */
export function LaneFilter(props: LaneFilterProps): ReactNode {
  const { text, asks, onChange, onClose, shown, all } = props;
  const countId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asks >= 0) input.current?.focus();
  }, [asks]);
  return (
    <div className={styles.filter}>
      <Search size={13} aria-hidden="true" />
      <input
        ref={input}
        className={styles.input}
        value={text}
        aria-label={t('Filter lanes')}
        aria-describedby={countId}
        placeholder={t('Name, label or service:name')}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // The keys of the timeline are letters.
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onClose();
        }}
      />
      <output id={countId} className={styles.count}>
        {t('{{shown}} of {{count}} lanes', { shown, count: all })}
      </output>
      <IconButton
        label={t('Show all lanes')}
        title={t('Show all lanes (Esc)')}
        look="plain"
        onClick={onClose}
      >
        <X size={13} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
