import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { useTypeahead } from './useTypeahead.ts';

import styles from './Menu.module.css';

/** A choice of a menu. */
export interface MenuChoice<T> {
  readonly key: string;
  readonly value: T;
  /** What is typed to get to it. */
  readonly text: string;
  readonly face: ReactNode;
  /** Why it cannot be chosen; null where it can. */
  readonly refusal: string | null;
}

/** Choices under a common heading. */
export interface MenuGroup<T> {
  /** Empty where they need none. */
  readonly heading: string;
  readonly choices: readonly MenuChoice<T>[];
}

interface MenuProps<T> {
  readonly label: string;
  readonly groups: readonly MenuGroup<T>[];
  /** The key of the choice that Enter takes at once. */
  readonly preselected: string;
  readonly onChoose: (value: T) => void;
  readonly onClose: () => void;
}

/** A menu: arrows, Home, End and letters move, Enter takes, Tab leaves. */
export function Menu<T>({
  label,
  groups,
  preselected,
  onChoose,
  onClose,
}: MenuProps<T>): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  const typed = useTypeahead();
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[data-preselected="true"]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.findIndex((item) => item === document.activeElement);
    const next =
      nextItem(event.key, at, items.length) ??
      typed(
        event.key,
        items.map(({ dataset }) => dataset['text'] ?? ''),
        at,
      );
    if (event.key === 'Tab') onClose();
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <div ref={menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {groups.map(({ heading, choices }) => (
        <fieldset key={heading} className={styles.group}>
          {heading === '' ? null : <legend className={styles.heading}>{heading}</legend>}
          {choices.map(({ key, value, text, face, refusal }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              // A long menu scrolls, and what scrolls must be reachable by Tab.
              tabIndex={key === preselected ? 0 : -1}
              className={styles.item}
              data-preselected={key === preselected}
              data-text={text}
              aria-disabled={refusal !== null}
              onClick={() => {
                if (refusal === null) onChoose(value);
              }}
            >
              {face}
              {refusal === null ? null : <span className={styles.refusal}>{refusal}</span>}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** The index of the item that a key leads to; null where it leads nowhere. */
function nextItem(key: string, at: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return (Math.max(at, 0) - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
