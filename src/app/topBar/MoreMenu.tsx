import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import { CommandLine } from '#commands/CommandLine.tsx';
import type { CommandId } from '#commands/commands.ts';
import { useCommand } from '#commands/useCommands.ts';
import { IconButton } from '#ui/Button.tsx';

import menu from '#ui/Menu.module.css';
import { t } from '#words/words.ts';

const COMMANDS: readonly CommandId[] = [
  'newSchedule',
  'openFile',
  'saveFile',
  'saveRun',
  'lessons',
  'chain',
  'python',
  'present',
  'share',
  'print',
  'help',
  'language',
  'theme',
];

/** What has no button of its own where the bar is narrow. */
export function MoreMenu(): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('More')}>
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          {COMMANDS.map((command) => (
            <Item key={command} command={command} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  readonly command: CommandId;
}

function Item({ command }: ItemProps): ReactNode {
  const { enabled, run } = useCommand(command);
  return (
    <DropdownMenu.Item className={menu.item} disabled={!enabled} onSelect={run}>
      <CommandLine command={command} />
    </DropdownMenu.Item>
  );
}
