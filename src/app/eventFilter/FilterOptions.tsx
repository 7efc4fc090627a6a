import { useEffect, useRef, type ReactNode } from 'react';

import { t } from '#words/words.ts';

import type { CompletionOption } from './completeFilter.ts';
import styles from './FilterOptions.module.css';

interface FilterOptionsProps {
  /** The id of the field that they belong to. */
  readonly id: string;
  readonly options: readonly CompletionOption[];
  /** The one that the keyboard is at, or null. */
  readonly active: number | null;
  readonly onChoose: (option: CompletionOption) => void;
}

/** What could stand at the caret of the filter, below its field. */
export function FilterOptions({ id, options, active, onChoose }: FilterOptionsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={`${id}-options`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can complete no part of a text
      role="listbox"
      aria-label={t('Completions')}
      className={styles.options}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        <div
          key={option.name}
          id={filterOptionId(id, index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can complete no part of a text
          role="option"
          aria-selected={index === active}
          // The keyboard's focus stays in the field.
          tabIndex={-1}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span className={styles.name}>{option.name}</span>
          <span className={styles.note}>{option.note}</span>
        </div>
      ))}
    </div>
  );
}

/** The id of an option's element: what `aria-activedescendant` names. */
export function filterOptionId(id: string, index: number): string {
  return `${id}-option-${index}`;
}
