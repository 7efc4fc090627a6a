import { useStore, type ReactFlowState } from '@xyflow/react';
import type { ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import { useGraphActions } from '#graph/useGraphActions.ts';
import { usePresented } from '#graph/usePresented.ts';
import { useView } from '#store/useStudio.ts';
import { useIsTouched } from '#ui/useMedia.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './Card.module.css';

interface CardToolbarProps {
  /** The node's id. */
  readonly id: string;
  /** Whether an arrow can begin at it. */
  readonly connects: boolean;
}

/** The width of the buttons in a row, about, in any language. */
const WIDTH: CssPixels = 300;

/** What can be done with the one selected card, above it. */
export function CardToolbar(props: CardToolbarProps): ReactNode {
  const alone = useView(({ selection }) => selection.nodes.length === 1);
  // For fingers it would cover the neighbours: the canvas has a bar for one card then.
  const isTouched = useIsTouched();
  const isPresented = usePresented();
  if (!alone || isTouched || isPresented) return null;
  return <Toolbar {...props} />;
}

function Toolbar({ id, connects }: CardToolbarProps): ReactNode {
  const { breakAt, connect, rename, removeSelection } = useGraphActions();
  const enlarged = useStore(({ transform }) => Math.max(1, 1 / transform[2]));
  const hasRoom = useStore(
    (flow) => rightEdgeOf(flow, id) > WIDTH * Math.max(1, flow.transform[2]),
  );
  return (
    // "nokey": Enter and arrows belong to the buttons here, not to the card.
    <div
      className={`${styles.toolbar} nodrag nopan nokey`}
      data-for-screens
      data-begins={hasRoom ? undefined : 'left'}
      // Its buttons do not become smaller with the card.
      style={{ transform: `scale(${enlarged})` }}
    >
      {connects ? (
        <Button
          className={styles.tool}
          aria-keyshortcuts="C"
          title={t('Connect to another card (C)')}
          onClick={() => connect(id, null)}
        >
          {t('Connect…')}
        </Button>
      ) : null}
      <Button
        className={styles.tool}
        aria-keyshortcuts="B"
        title={t('Break at what it does (B)')}
        onClick={() => breakAt(id)}
      >
        {t('Break…')}
      </Button>
      <Button
        className={styles.tool}
        aria-keyshortcuts="F2"
        title={t('Rename (F2)')}
        onClick={() => rename(id)}
      >
        {t('Rename')}
      </Button>
      <Button
        className={styles.tool}
        aria-keyshortcuts="Delete"
        title={t('Delete (Del)')}
        onClick={removeSelection}
      >
        {t('Delete')}
      </Button>
    </div>
  );
}

/** Where a card ends, from the left edge of the canvas. */
function rightEdgeOf(
  { nodeLookup, transform: [left, , zoom] }: ReactFlowState,
  id: string,
): CssPixels {
  const node = nodeLookup.get(id);
  if (node === undefined) return Infinity;
  return (node.internals.positionAbsolute.x + (node.measured.width ?? 0)) * zoom + left;
}
