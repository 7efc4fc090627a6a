import { cardLayout } from '#graph/layout/cardLayout.ts';
import { frameAt, framesOf, titleMiddle, type Frames } from '#graph/layout/frames.ts';
import { onGrid, type Area, type Point } from '#graph/layout/freePlace.ts';
import { copyNodes } from '#schedule/fragment/copyNodes.ts';
import type { Fragment } from '#schedule/fragment/fragment.ts';
import { pasteFragment, type Pasting } from '#schedule/fragment/pasteFragment.ts';
import type { Schedule } from '#schedule/schema.ts';

import { scheduleFrames } from './moveEdit.ts';

/** How far beside others a copy stands that would cover them, in both directions. */
const STEP = 40;

/**
 * Pastes a fragment with its middle at a place of the graph, into the service whose frame is there;
 * null: where it was copied. It goes on a step where it would cover cards exactly.
 */
export function pasteAt(schedule: Schedule, fragment: Fragment, at: Point | null): Pasting {
  const frames = fragmentFrames(fragment);
  const shift = uncovered(
    schedule,
    fragment,
    at === null ? { x: 0, y: 0 } : toMiddle(fragment, frames, at),
  );
  if (at === null) return pasteFragment(schedule, fragment, { verb: 'paste', shift });
  return pasteFragment(schedule, fragment, {
    verb: 'paste',
    shift,
    serviceOf: serviceAt(schedule, frames, shift),
  });
}

/** Adds these nodes once more, a step beside themselves and in the same services. */
export function duplicateBeside(schedule: Schedule, ids: readonly string[]): Pasting {
  const fragment = copyNodes(schedule, ids);
  const shift = uncovered(schedule, fragment, { x: STEP, y: STEP });
  return pasteFragment(schedule, fragment, { verb: 'duplicate', shift });
}

/**
 * Adds nodes once more where they were dragged to, all by the same way, into the services whose
 * frames are there; null where they were not dragged at all. `moved`: where each was let go.
 */
export function duplicateTo(schedule: Schedule, moved: ReadonlyMap<string, Point>): Pasting | null {
  const frames = scheduleFrames(schedule);
  const first = schedule.nodes.find(({ id }) => moved.has(id));
  const to = first === undefined ? undefined : moved.get(first.id);
  if (first === undefined || to === undefined) return null;
  const from = frames.get(first.id) ?? first.position;
  const shift = { x: to.x - from.x, y: to.y - from.y };
  if (shift.x === 0 && shift.y === 0) return null;
  const fragment = copyNodes(schedule, moved.keys());
  return pasteFragment(schedule, fragment, {
    verb: 'duplicate',
    shift,
    serviceOf: serviceAt(schedule, fragmentFrames(fragment), shift),
  });
}

function fragmentFrames({ nodes, functions }: Fragment): Frames {
  return framesOf(nodes, (node) => cardLayout(node, (name) => functions[name] ?? null));
}

/** The way from where the fragment was copied to where its middle is at a place. */
function toMiddle({ nodes, functions }: Fragment, frames: Frames, at: Point): Point {
  const areas: Area[] = nodes.map(
    (node) =>
      frames.get(node.id) ?? {
        ...node.position,
        ...cardLayout(node, (name) => functions[name] ?? null),
      },
  );
  const [first] = areas;
  if (first === undefined) return { x: 0, y: 0 };
  const box = areas.reduce((sum, area) => around(sum, area), first);
  return onGrid({ x: at.x - box.x - box.width / 2, y: at.y - box.y - box.height / 2 });
}

function around(a: Area, b: Area): Area {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The same way, some steps longer where nodes would come to stand exactly on others. */
function uncovered(schedule: Schedule, { nodes }: Fragment, way: Point): Point {
  const key = ({ x, y }: Point): string => `${x},${y}`;
  const taken = new Set(schedule.nodes.map(({ position }) => key(position)));
  const covers = ({ x, y }: Point): boolean =>
    nodes.some(({ position }) => taken.has(key({ x: position.x + x, y: position.y + y })));
  let shift = way;
  while (covers(shift)) shift = { x: shift.x + STEP, y: shift.y + STEP };
  return shift;
}

/** The service of a copied node by the frame that it comes to stand in. */
function serviceAt(
  schedule: Schedule,
  copied: Frames,
  shift: Point,
): (node: { readonly id: string; readonly position: Point }) => string | null {
  const frames = scheduleFrames(schedule);
  return ({ id, position }) => {
    const { x, y } = copied.get(id) ?? position;
    return frameAt(frames, titleMiddle({ x: x + shift.x, y: y + shift.y }))?.id ?? null;
  };
}
