import { Command, defaultFilter } from 'cmdk';
import { CornerDownLeft, FileText, SquareFunction } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState, type ReactNode } from 'react';

import { chordText } from '#commands/chord.ts';
import { CommandIcon } from '#commands/CommandIcon.tsx';
import { commandInfo } from '#commands/commands.ts';
import { isMac } from '#commands/isMac.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';
import { t } from '#words/words.ts';

import styles from './CommandPalette.module.css';
import { foundEntries, type Score } from './foundEntries.ts';
import type { PaletteEntry } from './paletteEntry.ts';
import { usePaletteEntries } from './usePaletteEntries.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** A field that finds every command, node, function and example, and does or shows what is chosen. */
export function CommandPalette({ open, onOpenChange }: CommandPaletteProps): ReactNode {
  const before = useRef<Element | null>(null);
  const chosen = useRef<PaletteEntry | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content
          className={styles.palette}
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
            chosen.current = null;
          }}
          onCloseAutoFocus={(event) => {
            // A command acts on what had the focus, and may put it elsewhere: first back, then go.
            event.preventDefault();
            const { current } = before;
            if (current instanceof HTMLElement || current instanceof SVGElement) {
              current.focus({ preventScroll: true });
            }
            chosen.current?.run();
          }}
        >
          <Dialog.Title className="visuallyHidden">{t('Command palette')}</Dialog.Title>
          <Finder
            onChoose={(entry) => {
              chosen.current = entry;
              onOpenChange(false);
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const score: Score = (text, typed, keywords) => defaultFilter(text, typed, [...keywords]);

interface FinderProps {
  readonly onChoose: (entry: PaletteEntry) => void;
}

function Finder({ onChoose }: FinderProps): ReactNode {
  const [typed, setTyped] = useState('');
  const groups = foundEntries(usePaletteEntries(typed), typed, score);
  return (
    <Command label={t('Command palette')} shouldFilter={false} loop className={styles.command}>
      <Command.Input
        className={styles.input}
        value={typed}
        onValueChange={setTyped}
        placeholder={t('Find a command, a node, a function, an example, a time')}
      />
      <Command.List label={t('Found')} className={styles.list}>
        {groups.length === 0 ? (
          <Command.Empty className={styles.empty}>
            {t(
              'Nothing is called “{{typed}}”. Names of commands, nodes, functions and examples are found, times such as 12.5 s, and events by their number.',
              { typed: typed.trim() },
            )}
          </Command.Empty>
        ) : null}
        {groups.map(({ name, entries, more }) => (
          <Command.Group key={name} heading={name} className={styles.group}>
            {entries.map((entry) => (
              <Command.Item
                key={entry.id}
                value={entry.id}
                disabled={entry.disabled === true}
                className={styles.item}
                onSelect={() => onChoose(entry)}
              >
                <span className={styles.icon}>
                  <EntryIcon entry={entry} />
                </span>
                <span className={styles.label}>{entry.label}</span>
                <span className={styles.note}>{entry.note}</span>
                <EntryKeys entry={entry} />
              </Command.Item>
            ))}
            {more === 0 ? null : (
              <div className={styles.more}>
                {t('and {{number}} more: type on', { number: more })}
              </div>
            )}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

interface EntryProps {
  readonly entry: PaletteEntry;
}

function EntryIcon({ entry: { command, kind, group } }: EntryProps): ReactNode {
  if (command !== undefined) return <CommandIcon command={command} />;
  if (kind !== undefined) return <NodeIcon kind={kind} />;
  const Icon =
    group === t('Examples') ? FileText : group === t('Functions') ? SquareFunction : CornerDownLeft;
  return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />;
}

function EntryKeys({ entry: { command } }: EntryProps): ReactNode {
  if (command === undefined) return null;
  const [key] = commandInfo(command).keys;
  return key === undefined ? null : <kbd className={styles.key}>{chordText(key, isMac())}</kbd>;
}
