import { useStore, ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';

import { arrowOffer } from '#graph/edits/arrowOffer.ts';
import type { ArrowStart } from '#graph/edits/arrowStarts.ts';
import { addArrow, addArrowToNewNode } from '#graph/edits/connectEdits.ts';
import { retargetOffer } from '#graph/edits/retargetOffer.ts';
import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { frameAt } from '#graph/layout/frames.ts';
import { CARD_WIDTH } from '#graph/layout/metrics.ts';
import { onGrid } from '#graph/layout/freePlace.ts';
import { BreakMenu } from '#graph/menus/BreakMenu.tsx';
import { ConnectForm } from '#graph/menus/ConnectForm.tsx';
import { MeaningMenu } from '#graph/menus/MeaningMenu.tsx';
import { PaletteMenu } from '#graph/menus/PaletteMenu.tsx';
import { PlaceEditor } from '#graph/menus/PlaceEditor.tsx';
import { Popup } from '#graph/menus/Popup.tsx';
import { ProblemsMenu } from '#graph/menus/ProblemsMenu.tsx';
import { RenameBox } from '#graph/menus/RenameBox.tsx';
import { cardPlaceKey } from '#graph/useGraphActions.ts';
import type { ArrowDoes } from '#graph/words/meanings.ts';
import { useAddNode } from '#graph/palette/useAddNode.ts';
import { newNodeId } from '#schedule/addNode.ts';
import { addBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { canInsert } from '#schedule/insertNode.ts';
import { mayName } from '#schedule/language.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Problem } from '#schedule/problem.ts';
import type { NodeKind, Schedule } from '#schedule/schema.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

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
    const { place, start, arrow, into } = open;
    // The pointer is where the card's name will be, or where the arrow will end.
    const corner = onGrid({ x: place.x - (start === null ? CARD_WIDTH / 2 : 0), y: place.y - 20 });
    if (start === null) {
      const { id, problems } = add(kind, corner, into);
      onDone(problems, id);
      return;
    }
    const id = newNodeId(schedule, kind);
    const service = frameAt(scheduleFrames(schedule), place)?.id ?? null;
    const target = { kind, id, position: corner, service };
    const does = meaningOfNew(schedule, start, arrow, kind);
    if (does === null) return;
    const problems = studio.edit(addArrowToNewNode(start, does, target, arrow));
    if (problems.length === 0) studio.select({ nodes: [id], edges: [] });
    onDone(problems, id);
  };

  switch (open.is) {
    case 'palette':
      return (
        <Popup at={open.at} onClose={onClose}>
          <PaletteMenu
            label={paletteLabel(open)}
            offers={(kind) =>
              open.into !== null
                ? canInsert(open.into, kind)
                : open.start === null ||
                  meaningOfNew(schedule, open.start, open.arrow, kind) !== null
            }
            onChoose={addKind}
            onClose={onClose}
          />
        </Popup>
      );
    case 'meaning': {
      const { start, arrow, target } = open;
      const node = nodeWithId(schedule, target);
      if (node === null) return null;
      return (
        <Popup at={open.at} onClose={onClose}>
          <MeaningMenu
            target={target}
            offer={
              arrow === null
                ? arrowOffer(schedule, start, node)
                : retargetOffer(schedule, arrow, node)
            }
            onChoose={(does) => onDone(studio.edit(addArrow(start, does, target, arrow)), null)}
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
            schedule={schedule}
            onConnect={(start, does, target) =>
              onDone(studio.edit(addArrow(start, does, target)), null)
            }
            onClose={onClose}
          />
        </Popup>
      );
    }
    case 'break': {
      const node = nodeWithId(schedule, open.id);
      if (node === null) return null;
      return (
        <Popup at={open.at} onClose={onClose}>
          <BreakMenu
            node={node}
            onChoose={(choice) => {
              const edit =
                typeof choice === 'number' ? removeBreakpoints([choice]) : addBreakpoint(choice);
              onDone(studio.edit(edit), open.id);
            }}
            onClose={onClose}
          />
        </Popup>
      );
    }
    case 'problems':
      return (
        <Popup at={open.at} onClose={onClose}>
          <ProblemsMenu key={open.id} id={open.id} onDone={() => onDone([], open.id)} />
        </Popup>
      );
    case 'place': {
      const node = nodeWithId(schedule, open.id);
      return node === null ? null : (
        <Popup at={open.at} onClose={onClose}>
          <PlaceEditor
            key={`${open.id} ${cardPlaceKey(open.place)}`}
            node={node}
            place={open.place}
            step={open.step}
            onDone={() => onDone([], open.id)}
          />
        </Popup>
      );
    }
    case 'rename': {
      const node = nodeWithId(schedule, open.id);
      return node === null ? null : (
        <OnCard id={open.id}>
          <RenameBox id={open.id} onLeave={onClose} onDone={(id) => onDone([], id)} />
        </OnCard>
      );
    }
  }
}

function paletteLabel({ start, into }: Extract<OpenPopup, { is: 'palette' }>): string {
  if (into !== null)
    return t('Add a node between {{source}} and {{target}}', {
      source: into.source,
      target: into.target,
    });
  return start === null ? t('Add a node') : t('Add a node after {{node}}', { node: start.node });
}

/**
 * What an arrow to a new node of a kind means; null where it can mean nothing. One that was there
 * before (`arrow`) goes on meaning what it did.
 */
function meaningOfNew(
  schedule: Schedule,
  start: ArrowStart,
  arrow: ScheduleEdge | null,
  kind: NodeKind,
): ArrowDoes | null {
  if (arrow?.by === 'step') return mayName(arrow.does, kind) ? arrow.does : null;
  const { meanings, likeliest } = arrowOffer(schedule, start, { id: '', kind, starts: 'never' });
  // Whether to wait for it is a second thought; a coroutine does hardly anything else.
  const plain = meanings.some(({ does, refusal }) => does === 'start' && refusal === null);
  return likeliest === 'returnDeferred' && plain && start.from === 'function' ? 'start' : likeliest;
}

/** What stands over the name of a card; it does not become smaller with the card. */
function OnCard({ id, children }: OnCardProps): ReactNode {
  const enlarged = useStore(({ transform }) => Math.max(1, 1 / transform[2]));
  const place = useStore(({ nodeLookup }) => nodeLookup.get(id)?.internals.positionAbsolute);
  if (place === undefined) return null;
  return (
    <ViewportPortal>
      <div
        className={styles.onCard}
        onContextMenu={(event) => event.stopPropagation()}
        style={{ transform: `translate(${place.x + 30}px, ${place.y + 6}px) scale(${enlarged})` }}
      >
        {children}
      </div>
    </ViewportPortal>
  );
}

interface OnCardProps {
  readonly id: string;
  readonly children: ReactNode;
}
