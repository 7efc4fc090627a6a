import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';

import type { NewTerm } from '#app/eventFilter/withTerm.ts';
import { EVENT_WORDS } from '#schedule/eventWords.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';

import menu from '#ui/Menu.module.css';
import { t } from '#words/words.ts';

import styles from './EventMenu.module.css';

interface EventMenuProps {
  readonly trace: Trace;
  /** The event that the menu is about, or null: the row behind the last one. */
  readonly sequence: number | null;
  /** Narrows the list by a term; null: shows all again. */
  readonly onNarrow: (term: NewTerm | null) => void;
  /** The list. */
  readonly children: ReactNode;
}

/** The list with its context menu, which filters by what an event is. */
export function EventMenu({ trace, sequence, onNarrow, children }: EventMenuProps): ReactNode {
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>
        <div className={styles.place}>{children}</div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={menu.menu} collisionPadding={8} aria-label={t('Filter')}>
          {(sequence === null ? [] : offers(trace, sequence)).map(({ words, term }) => (
            <ContextMenu.Item
              key={words}
              className={menu.item}
              onSelect={() => {
                onNarrow(term);
              }}
            >
              {words}
            </ContextMenu.Item>
          ))}
          <ContextMenu.Item
            className={menu.item}
            onSelect={() => {
              onNarrow(null);
            }}
          >
            {t('Show all events')}
          </ContextMenu.Item>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

interface Offer {
  readonly words: string;
  readonly term: NewTerm;
}

function offers(trace: Trace, sequence: number): readonly Offer[] {
  const node = nodeName(trace, trace.nodeAt(sequence));
  const kind = trace.kindAt(sequence);
  const time = trace.timeAt(sequence);
  const value = String(time);
  const kindWords = `${kind} (${t(EVENT_WORDS[kind])})`;
  return [
    {
      words: t('Only {{name}}', { name: node }),
      term: { key: 'node', value: node, negated: false },
    },
    {
      words: t('Only {{name}}', { name: kindWords }),
      term: { key: 'kind', value: kind, negated: false },
    },
    { words: t('Not {{name}}', { name: node }), term: { key: 'node', value: node, negated: true } },
    {
      words: t('Not {{name}}', { name: kindWords }),
      term: { key: 'kind', value: kind, negated: true },
    },
    {
      words: t('From {{time}} s on', { time: formatTime(time) }),
      term: { key: 'after', value, negated: false },
    },
    {
      words: t('Before {{time}} s', { time: formatTime(time) }),
      term: { key: 'before', value, negated: false },
    },
  ];
}
