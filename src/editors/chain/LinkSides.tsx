import { ChevronDown, Plus } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { useOnReveal } from '#editors/useOnReveal.ts';
import { clearLinkSide, setLinkSide } from '#schedule/chainEdits.ts';
import type { LinkSide } from '#schedule/places.ts';
import type { ChainLink } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { LinkSideEditor } from './LinkSideEditor.tsx';
import styles from './LinkSides.module.css';
import { RailMark } from './RailMark.tsx';

interface LinkSidesProps {
  /** The node's id. */
  readonly id: string;
  readonly index: number;
  readonly link: ChainLink;
  /** The side that is open at first. */
  readonly opened: LinkSide | null;
}

/** The two rails of a link, with a function on one or both; an empty side is rail running through. */
export function LinkSides({ id, index, link, opened }: LinkSidesProps): ReactNode {
  const edit = useEdit();
  const editorId = useId();
  const rails = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<LinkSide | null>(opened);
  const name = open === null ? undefined : link[open];
  const sides: readonly LinkSide[] = link.both === undefined ? ['callback', 'errback'] : ['both'];

  useOnReveal(({ node, place }) => {
    if (node === id && place.at === 'link' && place.link === index) setOpen(place.side);
  });
  const clear = (side: LinkSide): void => {
    // The button that was pressed goes; the one of the side stays.
    rails.current?.querySelector<HTMLElement>(`[data-side="${side}"]`)?.focus();
    if (edit(clearLinkSide(id, index, side))) setOpen(null);
  };

  return (
    <>
      <div className={styles.rails} ref={rails}>
        {sides.map((side) => {
          const called = link[side];
          return called === undefined ? (
            <button
              key={side}
              type="button"
              className={styles.empty}
              data-side={side}
              aria-label={t('Add {{side}} to link {{index}}', { side, index: index + 1 })}
              onClick={() => {
                if (edit(setLinkSide(id, index, side, null))) setOpen(side);
              }}
            >
              <Plus size={12} aria-hidden="true" />
              {side}
            </button>
          ) : (
            <button
              key={side}
              type="button"
              className={styles.side}
              data-side={side}
              aria-label={`${side} ${called}`}
              aria-expanded={open === side}
              aria-controls={open === side ? editorId : undefined}
              title={called}
              onClick={() => {
                setOpen(open === side ? null : side);
              }}
            >
              <RailMark side={side} />
              <span className={styles.name}>{called}</span>
              <ChevronDown size={12} aria-hidden="true" />
            </button>
          );
        })}
      </div>
      {open === null || name === undefined ? null : (
        <div id={editorId} className={styles.editor} data-side={open}>
          <LinkSideEditor
            id={id}
            index={index}
            link={link}
            side={open}
            name={name}
            show={setOpen}
            clear={() => {
              clear(open);
            }}
          />
        </div>
      )}
    </>
  );
}
