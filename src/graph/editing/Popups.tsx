import { useStore, ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';

import { CARD_WIDTH } from '#graph/layout/cardLayout.ts';
import {
  addArrow,
  addArrowToNewNode,
  likeliestStep,
  resultMatters,
} from '#graph/edits/connectEdits.ts';
import { onGrid } from '#graph/layout/freePlace.ts';
import { ConnectForm } from '#graph/menus/ConnectForm.tsx';
import { MeaningMenu } from '#graph/menus/MeaningMenu.tsx';
import { PaletteMenu } from '#graph/menus/PaletteMenu.tsx';
import { Popup } from '#graph/menus/Popup.tsx';
import { RenameBox } from '#graph/menus/RenameBox.tsx';
import { useAddNode } from '#graph/palette/useAddNode.ts';
import { newNodeId } from '#schedule/nodeEdits.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Problem } from '#schedule/problem.ts';
import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';

import styles from './Popups.module.css';
import type { OpenPopup } from './openPopup.ts';

interface PopupsProps {
  readonly open: OpenPopup;
  readonly onClose: () => void;
  /** Called after an edit, with why it was refused and the card to go on with. */
  readonly onDone: (problems: readonly Problem[], card: string | null) => void;
}

/** What is open above the canvas. */
export function Popups({ open, onClose, onDone }: PopupsProps): ReactNode {
  const studio = useStudio();
  const schedule = useSchedule();
  const add = useAddNode();

  const addKind = (kind: NodeKind): void => {
    if (open.is !== 'palette') return;
    const { place, start } = open;
    // The pointer is where the card's name will be, or where the arrow will end.
    const corner = onGrid({ x: place.x - (start === null ? CARD_WIDTH / 2 : 0), y: place.y - 20 });
    if (start === null) {
      const { id, problems } = add(kind, corner);
      onDone(problems, id);
      return;
    }
    const id = newNodeId(schedule, kind);
    const problems = studio.edit(addArrowToNewNode(start, kind, id, corner));
    if (problems.length === 0) studio.select({ nodes: [id], edges: [] });
    onDone(problems, id);
  };

  switch (open.is) {
    case 'palette':
      return (
        <Popup at={open.at} onClose={onClose}>
          <PaletteMenu
            label={open.start === null ? 'Add a node' : `Add a node after ${open.start.node}`}
            onChoose={addKind}
            onClose={onClose}
          />
        </Popup>
      );
    case 'meaning': {
      const { start, target } = open;
      const source = nodeWithId(schedule, start.node);
      const node = nodeWithId(schedule, target);
      if (source === null || node === null) return null;
      const matters = start.from === 'function' && resultMatters(source, start.place);
      return (
        <Popup at={open.at} onClose={onClose}>
          <MeaningMenu
            target={node}
            likeliest={likeliestStep(node, matters)}
            onChoose={(does) => onDone(studio.edit(addArrow(start, does, target)), null)}
            onClose={onClose}
          />
        </Popup>
      );
    }
    case 'connect': {
      const source = nodeWithId(schedule, open.source);
      if (source === null) return null;
      return (
        <Popup at={open.at} onClose={onClose}>
          <ConnectForm
            source={source}
            port={open.port}
            nodes={schedule.nodes}
            onConnect={(start, does, target) =>
              onDone(studio.edit(addArrow(start, does, target)), null)
            }
            onClose={onClose}
          />
        </Popup>
      );
    }
    case 'rename': {
      const node = nodeWithId(schedule, open.id);
      return node === null ? null : (
        <OnCard node={node}>
          <RenameBox id={open.id} onLeave={onClose} onDone={(id) => onDone([], id)} />
        </OnCard>
      );
    }
  }
}

/** What stands over the name of a card; it does not become smaller with the card. */
function OnCard({ node, children }: OnCardProps): ReactNode {
  const enlarged = useStore(({ transform }) => Math.max(1, 1 / transform[2]));
  const { x, y } = node.position;
  return (
    <ViewportPortal>
      <div
        className={styles.onCard}
        style={{ transform: `translate(${x + 30}px, ${y + 6}px) scale(${enlarged})` }}
      >
        {children}
      </div>
    </ViewportPortal>
  );
}

interface OnCardProps {
  readonly node: ScheduleNode;
  readonly children: ReactNode;
}
