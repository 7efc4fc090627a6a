import type { FinalConnectionState, OnConnectEnd } from '@xyflow/react';
import { createContext, useRef, useState } from 'react';

import { arrowStartAt, startOfArrow, type ArrowStart } from '#graph/edits/arrowStarts.ts';
import type { ArrowEdge } from '#graph/flow/flowTypes.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

import { nodeIdAt } from './elements.ts';

/** Where an arrow was let go, in the window's CSS pixels. */
interface LetGo {
  readonly x: number;
  readonly y: number;
  readonly start: ArrowStart;
  /** The arrow, where it was there before and only its end was dragged; else null. */
  readonly arrow: ScheduleEdge | null;
}

interface ArrowDrag {
  readonly overCard: (target: string, arrow: LetGo) => void;
  readonly overCanvas: (arrow: LetGo) => void;
  readonly elsewhere: () => void;
}

/** The arrow whose end is in hand; null: none is, or a new one. */
export const ArrowInHandContext = createContext<ScheduleEdge | null>(null);

/** What of React Flow tells of arrows in hand. */
export interface ArrowDragHandlers {
  readonly onConnectEnd: OnConnectEnd;
  readonly onReconnectStart: (event: unknown, edge: ArrowEdge) => void;
  /** The arrow whose end is in hand; null: none is, or a new one. */
  readonly arrowInHand: ScheduleEdge | null;
}

/**
 * Tells where an arrow ends that was dragged out of a handle, or by its end: a whole card takes it,
 * not only its handle, so React Flow's own connections are not listened to.
 */
export function useArrowDrag({ overCard, overCanvas, elsewhere }: ArrowDrag): ArrowDragHandlers {
  const { history } = useStudio();
  const [arrowInHand, setArrowInHand] = useState<ScheduleEdge | null>(null);
  // React Flow may hold the handler of an earlier render while it drags.
  const held = useRef<ScheduleEdge | null>(null);
  const hold = (edge: ScheduleEdge | null): void => {
    held.current = edge;
    setArrowInHand(edge);
  };
  return {
    arrowInHand,
    onReconnectStart: (_event, { data }) => hold(data?.edge ?? null),
    onConnectEnd(event, state) {
      const { current: arrow } = held;
      hold(null);
      const start =
        arrow === null ? startOf(history.getState().schedule, state) : startOfArrow(arrow);
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (start === null || point === undefined) return;
      const letGo = { x: point.clientX, y: point.clientY, start, arrow };
      const element = document.elementFromPoint(letGo.x, letGo.y);
      const target = nodeIdAt(element);
      if (target !== null) overCard(target, letGo);
      else if ((element?.closest('.react-flow__pane') ?? null) !== null) overCanvas(letGo);
      else elsewhere();
    },
  };
}

function startOf(schedule: Schedule, state: FinalConnectionState): ArrowStart | null {
  const source = nodeWithId(schedule, state.fromNode?.id ?? '');
  const port = state.fromHandle?.id ?? null;
  return source === null || port === null ? null : arrowStartAt(source, port);
}
