import { Check, Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import { useStudio, useView } from '#store/useStudio.ts';
import type { Theme } from '#store/viewState.ts';
import { IconButton } from '#ui/Button.tsx';

import menu from '#ui/Menu.module.css';
import { msg, t, type Text } from '#words/words.ts';

import styles from './Menu.module.css';

const THEMES: readonly (readonly [Theme, Text, LucideIcon])[] = [
  ['system', msg('As the system'), Monitor],
  ['light', msg('Light'), Sun],
  ['dark', msg('Dark'), Moon],
];

/** The colours of the studio. */
export function ThemeMenu(): ReactNode {
  const studio = useStudio();
  const theme = useView((view) => view.theme);
  const [, , Icon] = THEMES.find(([name]) => name === theme) ?? THEMES[0] ?? ['', '', Monitor];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('Theme')}>
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup value={theme}>
            {THEMES.map(([name, label, ThemeIcon]) => (
              <DropdownMenu.RadioItem
                key={name}
                value={name}
                className={[menu.item, styles.choice].join(' ')}
                onSelect={() => {
                  studio.setTheme(name);
                }}
              >
                <ThemeIcon size={16} strokeWidth={1.75} aria-hidden="true" />
                {t(label)}
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
