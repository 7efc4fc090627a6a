import { Plus, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { DraftField } from '#editors/fields/DraftField.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { parseNumber } from '#editors/parsing/parseNumber.ts';
import { useRowKeys } from '#editors/rows/useRowKeys.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Duration } from '#schedule/schema.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ChoiceRows.module.css';

type Choice = [seconds: Seconds, weight: number];

interface ChoiceRowsProps {
  readonly choices: readonly Choice[];
  /** The last part of the paths of problems with them. */
  readonly field: string;
  readonly edit: (value: Duration) => readonly Problem[];
  readonly choose: (value: Duration) => void;
}

/** The durations of which one is drawn, each with its weight. The last one cannot be removed. */
export function ChoiceRows({ choices, field, edit, choose }: ChoiceRowsProps): ReactNode {
  const { keys, added, removed } = useRowKeys(choices.length);
  const add = useRef<HTMLButtonElement>(null);
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  const set = (index: number, choice: Choice): readonly Problem[] =>
    edit({ choice: choices.map((other, at) => (at === index ? choice : other)) });
  return (
    <>
      {choices.map(([seconds, weight], index) => (
        <fieldset
          key={keys[index]}
          className={styles.row}
          aria-label={t('Choice {{index}}', { index: index + 1 })}
        >
          <DurationField
            label={t('Time')}
            field={field}
            value={seconds}
            edit={(typed) => set(index, [typed, weight])}
          />
          <DraftField
            label={t('Weight')}
            field={field}
            mono
            format={String}
            parse={parseNumber}
            value={weight}
            edit={(typed) => set(index, [seconds, typed])}
          />
          <span className={styles.share}>{shareWords(weight / total)}</span>
          <IconButton
            look="plain"
            className={styles.remove}
            label={t('Remove choice {{index}}', { index: index + 1 })}
            disabled={choices.length === 1}
            onClick={() => {
              // The row goes with its button.
              add.current?.focus();
              removed(index);
              choose({ choice: choices.filter((_, at) => at !== index) });
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </fieldset>
      ))}
      <Button
        look="plain"
        className={styles.add}
        ref={add}
        onClick={() => {
          added(choices.length);
          choose({ choice: [...choices, [choices.at(-1)?.[0] ?? 1, 1]] });
        }}
      >
        <Plus size={12} aria-hidden="true" />
        {t('Add a choice')}
      </Button>
    </>
  );
}

function shareWords(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
