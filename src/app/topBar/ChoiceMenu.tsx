import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import menu from '#ui/Menu.module.css';

import styles from './Menu.module.css';

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  readonly Icon: LucideIcon;
  /** The one that holds now. */
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly choose: (value: T) => void;
}

/** One of several settings. */
interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly Icon?: LucideIcon;
  /** The language of its label, where that is not the page's. */
  readonly lang?: string;
}

/** A button with a menu of settings, of which one holds. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>): ReactNode {
  const { label, Icon, value, choices, choose } = props;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={label}>
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup value={value}>
            {choices.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.value}
                value={choice.value}
                lang={choice.lang}
                className={[menu.item, styles.choice].join(' ')}
                onSelect={() => {
                  choose(choice.value);
                }}
              >
                {choice.Icon === undefined ? null : (
                  <choice.Icon size={16} strokeWidth={1.75} aria-hidden="true" />
                )}
                {choice.label}
                <DropdownMenu.ItemIndicator className={styles.check}>
                  <Check size={14} aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
