import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

import { useRowDrag } from '#editors/rows/useRowDrag.ts';
import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './OrderField.module.css';

interface OrderFieldProps {
  readonly lines: readonly string[];
  readonly isOpen: boolean;
  readonly onChange: (lines: readonly string[]) => void;
}

/** Lines that are put into order: by dragging, by buttons, or by Alt and the arrows. */
export function OrderField({ lines, isOpen, onChange }: OrderFieldProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number): void => {
    const line = lines[from];
    if (line === undefined || to < 0 || to >= lines.length) return;
    const others = lines.toSpliced(from, 1);
    onChange(others.toSpliced(to, 0, line));
  };
  const { drag, handle } = useRowDrag(list, move);
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    move(index, index + by);
    const next = list.current?.children[index + by];
    next?.querySelector('button')?.focus();
  };
  return (
    <ol ref={list} className={styles.list} aria-label={t('Lines, the first one on top')}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its buttons
        <li
          key={line}
          className={styles.line}
          data-dragged={drag?.from === index}
          data-drop={drag !== null && drag.to === index && drag.from !== index}
          onKeyDown={(event) => {
            if (isOpen) onKeyDown(event, index);
          }}
        >
          {isOpen ? (
            <IconButton look="plain" label={t('Move “{{line}}”', { line })} {...handle(index)}>
              <GripVertical size={14} aria-hidden="true" />
            </IconButton>
          ) : null}
          <code className={styles.text}>{line}</code>
          {isOpen ? (
            <>
              <IconButton
                look="plain"
                label={t('Move “{{line}}” up', { line })}
                aria-disabled={index === 0}
                onClick={() => {
                  move(index, index - 1);
                }}
              >
                <ArrowUp size={14} aria-hidden="true" />
              </IconButton>
              <IconButton
                look="plain"
                label={t('Move “{{line}}” down', { line })}
                aria-disabled={index === lines.length - 1}
                onClick={() => {
                  move(index, index + 1);
                }}
              >
                <ArrowDown size={14} aria-hidden="true" />
              </IconButton>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
