import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { t } from '#words/words.ts';

import { completeFilter, withOption, type CompletionOption } from './completeFilter.ts';
import styles from './FilterField.module.css';
import { FilterHelp } from './FilterHelp.tsx';
import type { FilterNames } from './filterNames.ts';
import { FilterOptions, filterOptionId } from './FilterOptions.tsx';
import type { FilterProblem } from './parseEventFilter.ts';

interface FilterFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly names: FilterNames;
  readonly problems: readonly FilterProblem[];
  /** The element that says how much the filter shows. */
  readonly countId: string;
}

/** The filter of the events: a field that completes keys and values, and says what it cannot read. */
export function FilterField({
  text,
  onText,
  names,
  problems,
  countId,
}: FilterFieldProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  /** Whether options were asked for where nothing is typed yet. */
  const [asked, setAsked] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const [toPut, setToPut] = useState<{ readonly caret: number } | null>(null);

  const isBlank = /(?:^|\s)-?$/.test(text.slice(0, caret));
  const completion = open && (asked || !isBlank) ? completeFilter(text, caret, names) : null;
  const options = completion?.options ?? [];
  // What is still being typed is not wrong yet.
  const problem = problems.find(
    ({ from, to }) => completion === null || caret < from || caret > to,
  );

  useEffect(() => {
    if (toPut !== null) input.current?.setSelectionRange(toPut.caret, toPut.caret);
  }, [toPut]);

  const choose = (option: CompletionOption): void => {
    if (completion === null) return;
    const next = withOption(text, completion, option);
    onText(next.text);
    setCaret(next.caret);
    setToPut({ caret: next.caret });
    setActive(null);
    // Behind a key its values are offered at once.
    setOpen(option.insert.endsWith(':'));
    setAsked(false);
  };
  const moveTo = (to: number): void => {
    const count = options.length;
    setActive(count === 0 ? null : (to + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setAsked(true);
        if (completion === null) setOpen(true);
        else moveTo(active === null ? 0 : active + 1);
        break;
      case 'ArrowUp':
        if (completion === null) break;
        event.preventDefault();
        moveTo(active === null ? -1 : active - 1);
        break;
      case 'Enter': {
        const option = active === null ? undefined : options[active];
        if (option !== undefined) choose(option);
        else setOpen(false);
        break;
      }
      case 'Escape':
        event.stopPropagation();
        if (completion !== null && active !== null) setOpen(false);
        else onText('');
        setActive(null);
        break;
      default:
    }
  };

  return (
    <>
      <span className={styles.field}>
        <input
          ref={input}
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={t('Filter events')}
          aria-expanded={completion !== null}
          aria-controls={`${id}-options`}
          aria-autocomplete="list"
          aria-activedescendant={
            completion === null || active === null ? undefined : filterOptionId(id, active)
          }
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={`${countId} ${id}-problem`}
          placeholder={t('Filter')}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => {
            onText(target.value);
            setCaret(target.selectionStart ?? target.value.length);
            setOpen(true);
            setAsked(false);
            setActive(null);
          }}
          onSelect={({ currentTarget }) => {
            setCaret(currentTarget.selectionStart ?? 0);
          }}
          onBlur={() => {
            setOpen(false);
            setActive(null);
          }}
          onKeyDown={onKeyDown}
        />
        <FilterHelp />
        <FilterOptions id={id} options={options} active={active} onChoose={choose} />
      </span>
      <output id={`${id}-problem`} className={styles.problem}>
        {problem?.message}
      </output>
    </>
  );
}
