import { DropdownMenu } from 'radix-ui';
import { useRef, type ReactNode } from 'react';

import { menuPlace } from '#ui/menuPlace.ts';

import styles from './ActionMenu.module.css';

/** A line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly name: string;
  /** What it does, or why it cannot be chosen. */
  readonly help?: string;
  readonly disabled?: boolean;
  /** Whether it is what stands there now. */
  readonly current?: boolean;
  /** Whether a line divides it from the one above. */
  readonly divided?: boolean;
}

interface ActionMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly choose: (id: string) => void;
  /** Puts the focus somewhere after a choice; without it, it goes back to the button. */
  readonly focusAfter?: () => void;
}

/** A menu that opens from a button. A select would choose while the arrows pass over it. */
export function ActionMenu({ trigger, items, choose, focusAfter }: ActionMenuProps): ReactNode {
  const hasChosen = useRef(false);
  return (
    <DropdownMenu.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) hasChosen.current = false;
      }}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuPlace()}>
        <DropdownMenu.Content
          className={styles.menu}
          align="start"
          sideOffset={4}
          // What scrolls can be reached by Tab.
          tabIndex={0}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!hasChosen.current || focusAfter === undefined) return;
            event.preventDefault();
            focusAfter();
          }}
        >
          {items.map(({ id, name, help, disabled = false, current = false, divided = false }) => (
            <DropdownMenu.Item
              key={id}
              className={styles.item}
              disabled={disabled}
              data-current={current}
              data-divided={divided}
              textValue={name}
              onSelect={() => {
                hasChosen.current = true;
                choose(id);
              }}
            >
              <span className={styles.name}>{name}</span>
              {help === undefined ? null : <span className={styles.help}>{help}</span>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
