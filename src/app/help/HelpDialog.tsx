import type { ReactNode } from 'react';

import { chordText } from '#commands/chord.ts';
import { COMMAND_GROUPS, type CommandGroup, GROUP_NAMES } from '#commands/commandInfo.ts';
import { t } from '#words/words.ts';
import { ALL_COMMANDS, type KnownCommand } from '#commands/commands.ts';
import { Dialog } from '#app/widgets/Dialog.tsx';
import { isMac } from '#commands/isMac.ts';
import { Switch } from '#app/widgets/Switch.tsx';

import styles from './HelpDialog.module.css';
import { PART_KEYS } from './partKeys.ts';

interface HelpDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Whether keys that type a character act. */
  readonly characterKeys: boolean;
  readonly onCharacterKeysChange: (act: boolean) => void;
}

/** All commands with their keys. */
export function HelpDialog({
  open,
  onOpenChange,
  characterKeys,
  onCharacterKeysChange,
}: HelpDialogProps): ReactNode {
  return (
    <Dialog
      title={t('Keyboard')}
      description={t(
        'What is done everywhere, then what a part of the screen does while it has the focus.',
      )}
      width="wide"
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className={styles.columns}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} aria-label={t(GROUP_NAMES[group])} className={styles.section}>
            <h3 className={styles.group}>{t(GROUP_NAMES[group])}</h3>
            <dl className={styles.list}>
              {withKeys(group).map((command) => (
                <div key={command.id} className={styles.row}>
                  <dt>
                    <b className={styles.label}>{t(command.label)}</b>
                    <span className={styles.explanation}>{t(command.explanation)}</span>
                  </dt>
                  <dd className={styles.keys}>
                    {command.keys.map((key) => (
                      <kbd key={chordText(key, isMac())} className={styles.key}>
                        {chordText(key, isMac())}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {PART_KEYS.map(({ part, keys }) => (
          <section key={t(part)} aria-label={t(part)} className={styles.section}>
            <h3 className={styles.group}>{t(part)}</h3>
            <dl className={styles.list}>
              {keys.map(([key, does]) => (
                <div key={key} className={styles.row}>
                  <dt className={styles.explanation}>{t(does)}</dt>
                  <dd className={styles.keys}>
                    {key.split(' ').map((one) => (
                      <kbd key={one} className={styles.key}>
                        {isMac() ? one.replace('Ctrl+', '⌘') : one}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.option}>
        <Switch
          label={t('Keys that type a character ( . , > [ ] ? Z Q E N P ) act outside of fields')}
          checked={characterKeys}
          onCheckedChange={onCharacterKeysChange}
        />
      </div>
    </Dialog>
  );
}

function withKeys(group: CommandGroup): readonly KnownCommand[] {
  return ALL_COMMANDS.filter((command) => command.group === group && command.keys.length > 0);
}
