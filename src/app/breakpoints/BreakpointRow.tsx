import { ChevronLeft, ChevronRight, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { enableBreakpoints } from '#schedule/breakpointEdits.ts';
import { breakpointWords } from '#schedule/breakpointWords.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './BreakpointRow.module.css';

interface BreakpointRowProps {
  readonly index: number;
  readonly breakpoint: Breakpoint;
  /** How often it is hit, in words; empty where it is off. */
  readonly hits: string;
  /** Whether the playhead stands where it has stopped it. */
  readonly stopped: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** A breakpoint: its switch, what it waits for, how often it is hit, and what can be done with it. */
export function BreakpointRow(props: BreakpointRowProps): ReactNode {
  const { index, breakpoint, hits, stopped, onEdit, onDelete } = props;
  const studio = useStudio();
  const words = breakpointWords(breakpoint);
  const name = t('breakpoint {{number}}', { number: index + 1 });
  return (
    <li className={styles.row} data-stopped={stopped} aria-current={stopped || undefined}>
      <label className={styles.what} title={words}>
        <input
          type="checkbox"
          className={styles.switch}
          aria-label={`${index + 1}: ${words}`}
          checked={breakpoint.enabled}
          onChange={(event) => {
            studio.edit(enableBreakpoints([index], event.target.checked));
          }}
        />
        <span className={styles.number}>{index + 1}</span>
        <span className={styles.words} data-on={breakpoint.enabled}>
          {words}
        </span>
      </label>
      <div className={styles.second}>
        <span className={styles.hits}>{breakpoint.enabled ? hits : t('off')}</span>
        <IconButton
          look="plain"
          className={styles.tool}
          label={t('Previous hit of {{name}}', { name })}
          onClick={() => {
            studio.previousBreakpoint(index);
          }}
        >
          <ChevronLeft size={15} aria-hidden="true" />
        </IconButton>
        <IconButton
          look="plain"
          className={styles.tool}
          label={t('Next hit of {{name}}', { name })}
          onClick={() => {
            studio.nextBreakpoint(index);
          }}
        >
          <ChevronRight size={15} aria-hidden="true" />
        </IconButton>
        <span className={styles.gap} />
        <IconButton
          look="plain"
          className={styles.tool}
          label={t('Edit {{name}}', { name })}
          data-edit={index}
          onClick={onEdit}
        >
          <Pencil size={13} aria-hidden="true" />
        </IconButton>
        <IconButton
          look="plain"
          className={styles.tool}
          label={t('Delete {{name}}', { name })}
          onClick={onDelete}
        >
          <Trash2 size={13} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
