import type { CssPixels } from '#base/units.ts';
import type { Frame, Frames } from '#graph/layout/frames.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import { FOLDED_PORT, rightPort, TARGET, type Port } from '#graph/layout/ports.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { cardLabelIds, sameButPlace, toHandle } from './cardFlow.ts';
import type { FrameData, FrameDrop, FrameNode } from './flowTypes.ts';

/** Below all cards and arrows. */
const BELOW = -2000;
/** What React Flow raises a selected node by: a frame would cover the frames inside of it. */
const RAISED = 1000;

/** The frame of a service at a place: the one before where nothing has changed. */
export function frameNodeOf(
  node: ScheduleNode,
  frame: Frame,
  position: Point,
  selected: boolean,
  drop: FrameDrop | null,
  inside: readonly string[] | null,
  before: FrameNode | undefined,
): FrameNode {
  const { width, height, header, depth } = frame;
  const members = frame.members.length;
  const old = before?.data;
  const sameText =
    old !== undefined &&
    sameButPlace(old.node, node) &&
    old.members === members &&
    old.frame.width === width &&
    old.frame.height === height &&
    old.frame.header === header &&
    old.inside?.join() === inside?.join() &&
    old.drop?.does === drop?.does &&
    old.drop?.what === drop?.what;
  const data: FrameData = sameText
    ? old
    : {
        node,
        frame: { width, height, header },
        members,
        inside,
        ports: inside === null ? [TARGET] : [TARGET, foldedPort(width)],
        drop,
      };
  const zIndex = BELOW + depth - (selected ? RAISED : 0);
  const unchanged =
    sameText &&
    before?.position.x === position.x &&
    before.position.y === position.y &&
    before.selected === selected &&
    before.zIndex === zIndex;
  if (unchanged) return before;
  return {
    id: node.id,
    type: 'frame',
    data,
    position,
    selected,
    width,
    height,
    measured: { width, height },
    zIndex,
    handles: data.ports.map(toHandle),
    // It is held by its title; what is done inside of it is done on the canvas.
    style: { pointerEvents: 'none' },
    domAttributes: { 'aria-labelledby': `${cardLabelIds(node.id)} card-${node.id}-inside` },
  };
}

/** Where the arrows of what is folded away begin. */
function foldedPort(width: CssPixels): Port {
  return { ...rightPort(FOLDED_PORT, 'own', TARGET.y), x: width };
}

/** What letting go would do at each frame, from the nodes that would change theirs. */
export function dropsOf(
  frames: Frames,
  changes: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, FrameDrop> {
  const drops = new Map<string, FrameDrop>();
  if (changes.size === 0) return drops;
  const goingOut = new Map<string, string>();
  for (const { id, members } of frames.values()) {
    for (const member of members) if (changes.has(member.id)) goingOut.set(member.id, id);
  }
  const by = (does: FrameDrop['does'], frameOf: (id: string) => string | null): void => {
    const groups = new Map<string, string[]>();
    for (const id of changes.keys()) {
      const frame = frameOf(id);
      if (frame !== null) groups.set(frame, [...(groups.get(frame) ?? []), id]);
    }
    for (const [frame, ids] of groups) {
      const what = ids.length === 1 ? (ids[0] ?? '') : t('{{count}} nodes', { count: ids.length });
      drops.set(frame, { does, what });
    }
  };
  by('takeOut', (id) => goingOut.get(id) ?? null);
  by('putInto', (id) => changes.get(id) ?? null);
  return drops;
}
