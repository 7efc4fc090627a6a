import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import { chordText } from './chord.ts';
import { CommandIcon } from './CommandIcon.tsx';
import styles from './CommandLine.module.css';
import { commandInfo, type CommandId } from './commands.ts';
import { isMac } from './isMac.ts';
import { useCommand } from './useCommands.ts';

interface CommandLineProps {
  readonly command: CommandId;
}

/** What a line of a menu shows of a command: its picture, its name now, and its key. */
export function CommandLine({ command }: CommandLineProps): ReactNode {
  const {
    label: ordinary,
    keys: [key],
  } = commandInfo(command);
  const { label = t(ordinary), description } = useCommand(command);
  return (
    <span className={styles.line} title={description}>
      <CommandIcon command={command} />
      <span className={styles.label}>{label}</span>
      {key === undefined ? null : <kbd className={styles.key}>{chordText(key, isMac())}</kbd>}
    </span>
  );
}
