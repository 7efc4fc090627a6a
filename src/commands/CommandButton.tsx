import type { ReactNode } from 'react';

import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { ariaChord, chordText } from './chord.ts';
import styles from './CommandButton.module.css';
import { CommandIcon } from './CommandIcon.tsx';
import { commandInfo, type CommandId } from './commands.ts';
import { isMac } from './isMac.ts';
import { useCommand } from './useCommands.ts';

interface CommandButtonProps {
  readonly command: CommandId;
  readonly look?: 'bordered' | 'plain' | 'primary';
  /** Said behind its name, such as a number that it shows. */
  readonly note?: string;
  /** What is shown; the command's icon where nothing is given. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/**
 * The button of a command. It stays in the tab order while it can do nothing: a focus that vanishes
 * at the last step back is worse than a button that rests.
 */
export function CommandButton({
  command,
  look,
  note,
  children,
  className,
}: CommandButtonProps): ReactNode {
  const { keys, label: ordinary } = commandInfo(command);
  const { label = t(ordinary), description, enabled, pressed, run } = useCommand(command);
  const mac = isMac();
  const [key] = keys;
  const tooltip = description ?? label;
  return (
    <Button
      {...(look === undefined ? {} : { look })}
      className={[styles.command, className].filter(Boolean).join(' ')}
      data-command={command}
      aria-label={note === undefined ? label : `${label}: ${note}`}
      aria-description={description}
      aria-keyshortcuts={keys.map((chord) => ariaChord(chord, mac)).join(' ') || undefined}
      aria-disabled={enabled ? undefined : true}
      aria-pressed={pressed}
      title={key === undefined ? tooltip : `${tooltip} (${chordText(key, mac)})`}
      onClick={() => {
        if (enabled) run();
      }}
    >
      {children ?? <CommandIcon command={command} />}
    </Button>
  );
}
