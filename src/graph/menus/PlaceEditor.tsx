import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { LinkSides } from '#editors/chain/LinkSides.tsx';
import { TimeoutLink } from '#editors/chain/TimeoutLink.tsx';
import { DraftScope } from '#editors/fields/useDraft.ts';
import { OwnFunctionFields } from '#editors/functions/OwnFunctionFields.tsx';
import { ownFunctionWord } from '#editors/functions/placeWords.ts';
import { FaultContext, useEdit } from '#editors/useEdit.ts';
import type { CardPlace } from '#graph/useGraphActions.ts';
import { moveLink, removeLink } from '#schedule/chainEdits.ts';
import { chainOf } from '#schedule/language.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './PlaceEditor.module.css';

interface PlaceEditorProps {
  readonly node: ScheduleNode;
  readonly place: CardPlace;
  /** The step that gets the focus; null: the first field does. */
  readonly step: number | null;
  readonly onDone: () => void;
}

/** The editor of a function or a timeout on a card: what the inspector has, beside where it stands. */
export function PlaceEditor({ node, place, step, onDone }: PlaceEditorProps): ReactNode {
  const editor = useRef<HTMLElement>(null);
  const [fault, report] = useState<string | null>(null);

  useEffect(() => {
    const row = step === null ? null : editor.current?.querySelector(`li[data-row="${step}"]`);
    const within = row ?? editor.current;
    // not shown: a selector of CSS
    const field = within?.querySelector<HTMLElement>('input, select, textarea');
    (field ?? within?.querySelector<HTMLElement>('button'))?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  return (
    <section
      ref={editor}
      className={styles.editor}
      aria-label={t('Edit {{node}}', { node: titleOf(node, place) })}
    >
      <FaultContext value={report}>
        <DraftScope value={node.id}>
          {place.at === 'own' ? (
            <>
              <h3 className={styles.title}>{titleOf(node, place)}</h3>
              <OwnFunctionFields node={node} />
            </>
          ) : (
            <Link node={node} place={place} onDone={onDone} />
          )}
        </DraftScope>
      </FaultContext>
      {fault === null ? null : (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <Button className={styles.done} onClick={onDone}>
        {t('Done')}
      </Button>
    </section>
  );
}

interface LinkProps {
  readonly node: ScheduleNode;
  readonly place: Exclude<CardPlace, { at: 'own' }>;
  readonly onDone: () => void;
}

/** A link of a chain, which goes up and down in it with its editor. */
function Link({ node, place, onDone }: LinkProps): ReactNode {
  const edit = useEdit();
  const chain = chainOf(node);
  const [index, setIndex] = useState(place.link);
  const link = chain[index];
  if (link === undefined) return null;
  const move = (to: number): void => {
    if (to >= 0 && to < chain.length && edit(moveLink(node.id, index, to))) setIndex(to);
  };
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {t('{{id}}, link {{number}} of {{all}}', {
            id: node.id,
            number: index + 1,
            all: chain.length,
          })}
        </h3>
        <IconButton
          look="plain"
          label={t('Move link up')}
          aria-disabled={index === 0}
          onClick={() => {
            move(index - 1);
          }}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </IconButton>
        <IconButton
          look="plain"
          label={t('Move link down')}
          aria-disabled={index === chain.length - 1}
          onClick={() => {
            move(index + 1);
          }}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </IconButton>
        <IconButton
          look="plain"
          label={t('Delete link')}
          onClick={() => {
            if (edit(removeLink(node.id, index))) onDone();
          }}
        >
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </div>
      {link.timeout === undefined ? (
        <LinkSides
          key={index}
          id={node.id}
          index={index}
          link={link}
          opened={place.at === 'link' ? place.side : null}
        />
      ) : (
        <TimeoutLink key={index} id={node.id} index={index} seconds={link.timeout} />
      )}
    </>
  );
}

function titleOf(node: ScheduleNode, place: CardPlace): string {
  if (place.at === 'own') return `${node.id}, ${ownFunctionWord(node).toLowerCase()}`;
  return place.at === 'timeout'
    ? t('{{id}}, timeout at link {{link}}', { id: node.id, link: place.link + 1 })
    : t('{{id}}, {{side}} of link {{link}}', {
        id: node.id,
        side: place.side,
        link: place.link + 1,
      });
}
