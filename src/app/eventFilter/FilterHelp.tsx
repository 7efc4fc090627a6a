import { CircleHelp } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import { msg, t, type Text } from '#words/words.ts';

import styles from './FilterHelp.module.css';
import { FILTER_KEYS } from './filterKeys.ts';
import { KIND_GROUPS } from './kindGroups.ts';

/** How terms are put together. */
const SYNTAX: readonly (readonly [written: string, does: Text])[] = [
  // not shown: what is typed
  ['tick poll', msg('lines that have both words')],
  // not shown: what is typed
  ['"goes on"', msg('a text with spaces, commas or colons')],
  ['-tick', msg('not: stands before a word or a key')],
  ['kind:fired,failed', msg('one of several values')],
  ['node:fetch*', msg('* stands for any characters')],
];

/** The syntax of the filter, behind a button. */
export function FilterHelp(): ReactNode {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={t('How to filter events')} look="plain" className={styles.button}>
          <CircleHelp size={14} aria-hidden="true" />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.help} align="end" sideOffset={4} collisionPadding={8}>
          <dl className={styles.list}>
            {FILTER_KEYS.map(({ example, what }) => (
              <div key={example} className={styles.row}>
                <dt>{example}</dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
            {SYNTAX.map(([written, does]) => (
              <div key={written} className={styles.row}>
                <dt>{written}</dt>
                <dd>{t(does)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.note}>
            {t('Groups of kinds: {{names}}.', {
              names: KIND_GROUPS.map(({ name }) => name).join(', '),
            })}
          </p>
          <p className={styles.note}>
            {t(
              'All terms must hold. A kind that is asked for is shown without Details too. ↓ offers keys and values, Esc clears. A right press on an event filters by it.',
            )}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
