import type { FinalConnectionState, OnConnectEnd } from '@xyflow/react';

import { arrowStartAt, type ArrowStart } from '#graph/edits/arrowStarts.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

/** Where an arrow was let go, in the window's CSS pixels. */
interface LetGo {
  readonly x: number;
  readonly y: number;
  readonly start: ArrowStart;
}

interface ArrowDrag {
  readonly overCard: (target: string, arrow: LetGo) => void;
  readonly overCanvas: (arrow: LetGo) => void;
  readonly elsewhere: () => void;
}

/**
 * Tells where an arrow ends that was dragged out of a handle: a whole card takes it, not only its
 * handle, so React Flow's own connections are not listened to.
 */
export function useArrowDrag({ overCard, overCanvas, elsewhere }: ArrowDrag): OnConnectEnd {
  const { history } = useStudio();
  return (event, state) => {
    const start = startOf(history.getState().schedule, state);
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (start === null || point === undefined) return;
    const arrow = { x: point.clientX, y: point.clientY, start };
    const element = document.elementFromPoint(arrow.x, arrow.y);
    const target = element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
    if (target !== null) overCard(target, arrow);
    else if ((element?.closest('.react-flow__pane') ?? null) !== null) overCanvas(arrow);
    else elsewhere();
  };
}

function startOf(schedule: Schedule, state: FinalConnectionState): ArrowStart | null {
  const source = nodeWithId(schedule, state.fromNode?.id ?? '');
  const port = state.fromHandle?.id ?? null;
  return source === null || port === null ? null : arrowStartAt(source, port);
}
