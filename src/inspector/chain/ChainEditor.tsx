import { Plus, Timer } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';

import { SortableRows } from '#editors/rows/SortableRows.tsx';
import { useRowKeys } from '#editors/rows/useRowKeys.ts';
import { Section } from '#inspector/Section.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { addLink, addTimeout, moveLink, removeLink } from '#schedule/chainEdits.ts';
import type { LinkSide } from '#schedule/places.ts';
import type { ChainLink } from '#schedule/schema.ts';
import { Button } from '#ui/Button.tsx';

import styles from './ChainEditor.module.css';
import { LinkSides } from '#editors/chain/LinkSides.tsx';
import { linkWords } from '#editors/chain/linkWords.ts';
import { RailMark } from '#editors/chain/RailMark.tsx';
import { TimeoutLink } from '#editors/chain/TimeoutLink.tsx';
import { t } from '#words/words.ts';

interface ChainEditorProps {
  /** The node's id. */
  readonly id: string;
  readonly chain: readonly ChainLink[];
}

const SIDES = ['callback', 'errback', 'both'] as const satisfies readonly LinkSide[];

/** The callback chain: a link a row on its two rails, each function to be opened where it stands. */
export function ChainEditor({ id, chain }: ChainEditorProps): ReactNode {
  const edit = useEdit();
  const rowKeys = useRowKeys(chain.length);
  /** The side that was added last: its new function is shown at once. */
  const [fresh, setFresh] = useState<{ readonly index: number; readonly side: LinkSide } | null>(
    null,
  );
  const list = useRef<HTMLDivElement>(null);

  const add = (side: LinkSide): void => {
    if (!edit(addLink(id, side))) return;
    rowKeys.added(chain.length);
    setFresh({ index: chain.length, side });
  };

  return (
    <Section title={t('Callback chain')}>
      <div ref={list}>
        <SortableRows
          items={chain}
          rowKeys={rowKeys}
          noun={t('link')}
          nameOf={linkWords}
          move={(from, to) => {
            edit(moveLink(id, from, to));
          }}
          remove={(index) => {
            edit(removeLink(id, index));
          }}
          renderHead={(_, index) => <span className={styles.number}>{index + 1}</span>}
          renderBody={(link, index) =>
            link.timeout === undefined ? (
              <LinkSides
                id={id}
                index={index}
                link={link}
                opened={fresh?.index === index ? fresh.side : null}
              />
            ) : (
              <TimeoutLink id={id} index={index} seconds={link.timeout} />
            )
          }
        />
        <fieldset className={styles.add} aria-label={t('Add a link')}>
          {SIDES.map((side, index) => (
            <Button
              key={side}
              aria-label={t('Add {{side}}', { side })}
              data-add={index === 0 ? true : undefined}
              onClick={() => {
                add(side);
              }}
            >
              <Plus size={12} aria-hidden="true" />
              <RailMark side={side} />
              {side}
            </Button>
          ))}
          <Button
            onClick={() => {
              if (edit(addTimeout(id))) rowKeys.added(chain.length);
            }}
            aria-label={t('Add timeout')}
          >
            <Plus size={12} aria-hidden="true" />
            <Timer size={12} aria-hidden="true" />
            {t('timeout')}
          </Button>
        </fieldset>
      </div>
    </Section>
  );
}
