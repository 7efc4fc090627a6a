import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import menu from '#ui/Menu.module.css';

/** The examples. Opening one is an edit: undo brings back what was there. */
export function ExamplesMenu(): ReactNode {
  const openSchedule = useOpenSchedule();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button>
          {t('Examples')}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4}>
          {EXAMPLES.map((example) => (
            <DropdownMenu.Item
              key={example.id}
              className={menu.item}
              onSelect={() => {
                const schedule = example.load();
                openSchedule(
                  replaceSchedule(schedule, t('open {{name}}', { name: schedule.name })),
                );
              }}
            >
              <span className={menu.name}>{example.name}</span>
              <span className={menu.note}>{t(example.summary)}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
