import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';

import { isAnotherDocument } from './anotherDocument.ts';
import { usePresented } from '#graph/usePresented.ts';
import { contains, overlaps, type Area } from '#graph/layout/freePlace.ts';
import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { shareVisibleArea } from './visibleArea.ts';
import { foldedInto } from '#schedule/foldedInto.ts';
import type { Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

/** How a schedule is fitted into view: cards never become larger than they are made for. */
export const FIT = { maxZoom: 1, padding: 0.12 } as const;

/** For an audience cards are as large as there is room. */
const FIT_PRESENTED = { maxZoom: 1.8, padding: 0.08 } as const;

/** How the whole graph is brought into view. */
export function useFit(): { readonly maxZoom: number; readonly padding: number } {
  return usePresented() ? FIT_PRESENTED : FIT;
}

/** Fits a document into view when it is opened. */
export function useFitOnOpen(schedule: Schedule): void {
  const { fitView, viewportInitialized } = useReactFlow();
  const fit = useFit();
  const hasRoom = useStore(({ width, height }) => width > 0 && height > 0);
  const shown = useRef<Schedule | null>(null);
  useEffect(() => {
    if (!viewportInitialized || !hasRoom) return;
    const before = shown.current;
    shown.current = schedule;
    if (before === null || isAnotherDocument(before, schedule)) void fitView(fit);
  }, [schedule, viewportInitialized, hasRoom, fitView, fit]);
}

/** Tells the palette what is in view. */
export function useShareVisibleArea(): void {
  const studio = useStudio();
  const store = useStoreApi();
  useEffect(
    () =>
      shareVisibleArea(studio, (): Area => {
        const { transform, width, height } = store.getState();
        const [x, y, zoom] = transform;
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      }),
    [studio, store],
  );
}

/** Up to so many cards are shown together when one of them is out of view. */
const FEW_CARDS = 12;

/** Brings a card into view that was selected elsewhere: in the timeline, in a list, by the palette. */
export function useRevealSelected(selected: readonly string[]): void {
  const { fitView, getInternalNode, getNodes, setCenter, getViewport } = useReactFlow<
    FlowNode,
    ArrowEdge
  >();
  const studio = useStudio();
  const store = useStoreApi();
  const alone = selected.length === 1 ? selected[0] : undefined;
  const seen = useRef(alone);
  const known = useRef(new Set<string>());
  useEffect(() => {
    const isNew = alone !== undefined && !known.current.has(alone);
    known.current = new Set(getNodes().map(({ id }) => id));
    if (alone === seen.current) return;
    seen.current = alone;
    // What is folded away is in the frame that is seen.
    const into = foldedInto(studio.history.getState().schedule.nodes);
    const card = alone === undefined ? undefined : getInternalNode(into.get(alone) ?? alone);
    if (card === undefined) return;
    const { transform, width, height } = store.getState();
    const { zoom } = getViewport();
    const view = {
      x: -transform[0] / zoom,
      y: -transform[1] / zoom,
      width: width / zoom,
      height: height / zoom,
    };
    const { x, y } = card.internals.positionAbsolute;
    const area = { x, y, width: card.measured.width ?? 0, height: card.measured.height ?? 0 };
    // A card that was clicked at the edge stays there; a new one is shown whole.
    const isInView = isNew ? contains(view, area) : overlaps(area, view);
    if (view.width === 0 || isInView) return;
    if (getNodes().length <= FEW_CARDS) {
      void fitView(FIT);
      return;
    }
    void setCenter(x + area.width / 2, y + area.height / 2, { zoom });
  }, [alone, studio, store, fitView, getInternalNode, getNodes, setCenter, getViewport]);
}
