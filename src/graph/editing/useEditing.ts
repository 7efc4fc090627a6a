import { useReactFlow } from '@xyflow/react';
import { useState, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';
import { arrowOffer, startRefusal } from '#graph/edits/arrowOffer.ts';
import { firstPort } from '#graph/edits/arrowStarts.ts';
import { addArrow } from '#graph/edits/connectEdits.ts';
import { retargetOffer } from '#graph/edits/retargetOffer.ts';
import type { PopupPlace } from '#graph/menus/Popup.tsx';
import type { Point } from '#graph/layout/freePlace.ts';
import { removeSelection } from '#graph/edits/removeSelection.ts';
import type { GraphActions } from '#graph/useGraphActions.ts';
import { deriveEdges } from '#schedule/edges.ts';
import { PALETTE } from '#graph/palette/kinds.ts';
import { canInsert } from '#schedule/insertNode.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Problem } from '#schedule/problem.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { focusSoon, nodeElement } from './elements.ts';
import type { OpenPopup } from './openPopup.ts';
import { useArrowDrag, type ArrowDragHandlers } from './useArrowDrag.ts';

/** What can be done on the canvas, and what is open above it while it is done. */
export interface Editing {
  readonly open: OpenPopup | null;
  readonly close: () => void;
  /** Why the last edit was refused; null where it was not. */
  readonly refusal: string | null;
  readonly refuse: (why: string | null) => void;
  /** What the last edit did beside what was asked; null where it did not, or was refused. */
  readonly told: string | null;
  readonly tell: (what: string | null) => void;
  readonly report: (problems: readonly Problem[]) => void;
  /** Closes what is open after an edit; the card to go on with gets the focus. */
  readonly done: (problems: readonly Problem[], card: string | null) => void;
  readonly actions: GraphActions;
  /** Opens the palette's menu at a point of the window. */
  readonly openPalette: (at: Point) => void;
  /** What tells of arrows in hand. */
  readonly arrowDrag: ArrowDragHandlers;
}

/** How far beside a card its form opens, in CSS pixels. */
const BESIDE = 12;

/** The editing of one canvas; `pane` is its element, which popups are placed in. */
export function useEditing(pane: RefObject<HTMLDivElement | null>): Editing {
  const studio = useStudio();
  const { screenToFlowPosition, flowToScreenPosition, getInternalNode } = useReactFlow();
  const [open, setOpen] = useState<OpenPopup | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [told, tell] = useState<string | null>(null);

  const inPane = ({ x, y }: Point): Point => {
    const corner = pane.current?.getBoundingClientRect();
    return { x: x - (corner?.left ?? 0), y: y - (corner?.top ?? 0) };
  };
  const refuse = (why: string | null): void => {
    setRefusal(why);
    tell(null);
  };
  const report = (problems: readonly Problem[]): void =>
    refuse(
      problems[0] === undefined
        ? null
        : t('Not done: {{message}}', { message: problems[0].message }),
    );

  const arrowDrag = useArrowDrag({
    overCard(target, { start, arrow, ...point }) {
      const { schedule } = studio.history.getState();
      const node = nodeWithId(schedule, target);
      if (node === null || arrow?.target === target) return;
      const {
        refusal: why,
        meanings,
        likeliest,
      } = arrow === null ? arrowOffer(schedule, start, node) : retargetOffer(schedule, arrow, node);
      if (why !== null || likeliest === null) refuse(why);
      else if (meanings.length === 1) {
        report(studio.edit(addArrow(start, likeliest, target, arrow)));
      } else setOpen({ is: 'meaning', at: inPane(point), start, arrow, target });
    },
    overCanvas({ start, arrow, ...point }) {
      const why = startRefusal(studio.history.getState().schedule, start);
      const place = screenToFlowPosition(point);
      if (why !== null) refuse(why);
      else setOpen({ is: 'palette', at: inPane(point), place, start, arrow, into: null });
    },
    elsewhere() {
      refuse(t('An arrow ends at a card, or on the empty canvas to add one.'));
    },
  });

  /** Beside a card, so many of the graph's pixels below its top, in the pane; null where it is not drawn. */
  const besideCard = (id: string, down: CssPixels = 0): PopupPlace | null => {
    const card = getInternalNode(id);
    if (card === undefined) return null;
    const { x, y } = card.internals.positionAbsolute;
    const right = x + (card.measured.width ?? 0) + BESIDE;
    const { x: orEndAt } = inPane(flowToScreenPosition({ x: x - BESIDE, y }));
    return { ...inPane(flowToScreenPosition({ x: right, y: y + down })), orEndAt };
  };

  const actions: GraphActions = {
    rename: (id) => setOpen({ is: 'rename', id }),
    connect(id, port) {
      const node = nodeWithId(studio.history.getState().schedule, id);
      const at = besideCard(id);
      if (node === null || at === null) return;
      if (firstPort(node) === null) {
        refuse(
          t('{{id}} does nothing to other nodes by itself: an arrow can only end there.', { id }),
        );
        return;
      }
      setOpen({ is: 'connect', at, source: id, port });
    },
    insertInto(arrow) {
      const edge = deriveEdges(studio.history.getState().schedule).find(({ id }) => id === arrow);
      const [from, to] = [getInternalNode(edge?.source ?? ''), getInternalNode(edge?.target ?? '')];
      if (edge === undefined || from === undefined || to === undefined) return;
      if (!PALETTE.some(({ kinds }) => kinds.some((kind) => canInsert(edge, kind)))) {
        refuse(t('Only an arrow that starts a node has a between: this one starts nothing.'));
        return;
      }
      const [one, other] = [from.internals.positionAbsolute, to.internals.positionAbsolute];
      const place = {
        x: (one.x + (from.measured.width ?? 0) + other.x) / 2,
        y: (one.y + other.y) / 2,
      };
      const at = inPane(flowToScreenPosition(place));
      setOpen({ is: 'palette', at, place, start: null, arrow: null, into: edge });
    },
    breakAt(id) {
      const at = besideCard(id);
      if (at !== null) setOpen({ is: 'break', at, id });
    },
    showProblems(id) {
      const at = besideCard(id);
      if (at === null) return;
      if (studio.findings.getState().byNode.has(id)) setOpen({ is: 'problems', at, id });
      else refuse(t('There is no problem with {{id}}.', { id }));
    },
    editAt(id, place, step, down) {
      const at = besideCard(id, down);
      if (at !== null) setOpen({ is: 'place', at, id, place, step });
    },
    edit(edit) {
      const problems = studio.edit(edit);
      report(problems);
      return problems.length === 0;
    },
    removeSelection() {
      const { schedule } = studio.history.getState();
      const { selection } = studio.view.getState();
      const selected = new Set(selection.edges);
      const edges = deriveEdges(schedule).filter(({ id }) => selected.has(id));
      const { edit, refusal: why } = removeSelection(schedule, selection.nodes, edges);
      const problems = edit === null ? [] : studio.edit(edit);
      if (why === null) report(problems);
      else refuse(why);
      if (edit === null) return;
      studio.select({ nodes: [], edges: [] });
      // What had the focus is gone: the next key is for the canvas.
      pane.current?.focus({ preventScroll: true });
    },
  };

  return {
    open,
    refusal,
    refuse,
    told,
    tell,
    report,
    actions,
    arrowDrag,
    close: () => setOpen(null),
    done(problems, card) {
      setOpen(null);
      report(problems);
      if (card === null || problems.length > 0) return;
      focusSoon(() => nodeElement(pane.current, card));
    },
    openPalette(point) {
      const place = screenToFlowPosition(point);
      setOpen({ is: 'palette', at: inPane(point), place, start: null, arrow: null, into: null });
    },
  };
}
