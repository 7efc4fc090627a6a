import { Check, Languages } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import { chooseLanguage, LANGUAGE_NAMES } from '#app/pageLanguage.ts';
import { IconButton } from '#ui/Button.tsx';
import menu from '#ui/Menu.module.css';
import { language, t, type Language } from '#words/words.ts';

import styles from './Menu.module.css';

/** The language of the studio. */
export function LanguageMenu(): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('Language')}>
          <Languages size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup value={language()}>
            {(Object.entries(LANGUAGE_NAMES) as [Language, string][]).map(([name, label]) => (
              <DropdownMenu.RadioItem
                key={name}
                value={name}
                lang={name}
                className={[menu.item, styles.choice].join(' ')}
                onSelect={() => {
                  chooseLanguage(name);
                }}
              >
                {label}
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
