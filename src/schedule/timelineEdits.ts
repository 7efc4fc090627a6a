import { msg, t, type Text } from '#words/words.ts';

import { requireNode, type ScheduleEdit } from './scheduleEdit.ts';
import type { LaneHeight, Schedule, TimelineLanes } from './schema.ts';

/**
 * Puts the lane of a node before that of a sibling, or behind all of them (`null`). `siblings` are
 * the nodes of its service, or those of none, in the order in which their lanes are shown.
 */
export function moveLane(
  id: string,
  before: string | null,
  siblings: readonly string[],
): ScheduleEdit {
  return {
    label: t('move the lane of {{id}}', { id }),
    mergeKey: `lanes/move/${id}`,
    apply(draft) {
      requireNode(draft, id);
      const others = siblings.filter((sibling) => sibling !== id);
      const found = before === null ? -1 : others.indexOf(before);
      const at = found === -1 ? others.length : found;
      const group = new Set(siblings).add(id);
      const rest = (draft.timeline?.order ?? []).filter((other) => !group.has(other));
      layOut(draft, { order: [...rest, ...others.slice(0, at), id, ...others.slice(at)] });
    },
  };
}

/** Folds the members of services away, or brings them back. */
export function foldLanes(services: readonly string[], isFolded: boolean): ScheduleEdit {
  return {
    label: foldWords(services, isFolded),
    apply(draft) {
      const theirs = new Set(services);
      const before = draft.timeline?.folded ?? [];
      if (services.every((id) => before.includes(id) === isFolded)) return;
      const others = before.filter((id) => !theirs.has(id));
      layOut(draft, { folded: isFolded ? [...others, ...services] : others });
    },
  };
}

/** How high the lane of a node is. */
export function laneHeight(timeline: TimelineLanes | undefined, id: string): LaneHeight {
  const heights = timeline?.heights ?? {};
  return (Object.hasOwn(heights, id) ? heights[id] : undefined) ?? 'normal';
}

/** Makes the lane of a node lower or higher. */
export function setLaneHeight(id: string, height: LaneHeight): ScheduleEdit {
  return {
    label: t(HEIGHT_LABELS[height], { id }),
    mergeKey: `lanes/height/${id}`,
    apply(draft) {
      requireNode(draft, id);
      if (laneHeight(draft.timeline, id) === height) return;
      const others = Object.entries(draft.timeline?.heights ?? {}).filter(([of]) => of !== id);
      if (height !== 'normal') others.push([id, height]);
      layOut(draft, { heights: Object.fromEntries(others) });
    },
  };
}

/** Forgets how the lanes of nodes were laid out. */
export function dropLanes(draft: Schedule, gone: ReadonlySet<string>): void {
  if (draft.timeline === undefined) return;
  const { order = [], folded = [], heights = {} } = draft.timeline;
  layOut(draft, {
    order: order.filter((id) => !gone.has(id)),
    folded: folded.filter((id) => !gone.has(id)),
    heights: Object.fromEntries(Object.entries(heights).filter(([id]) => !gone.has(id))),
  });
}

/** Lets the lane of a node follow its new id. */
export function renameLane(draft: Schedule, id: string, to: string): void {
  if (draft.timeline === undefined) return;
  const { order = [], folded = [], heights = {} } = draft.timeline;
  const renamed = (name: string): string => (name === id ? to : name);
  layOut(draft, {
    order: order.map(renamed),
    folded: folded.map(renamed),
    heights: Object.fromEntries(
      Object.entries(heights).map(([name, height]) => [renamed(name), height]),
    ),
  });
}

/** Sets parts of the layout; what says nothing is left out, so that a file stays as it was. */
function layOut(draft: Schedule, parts: TimelineLanes): void {
  const { order = [], folded = [], heights = {} } = { ...draft.timeline, ...parts };
  const timeline: TimelineLanes = {
    ...(order.length > 0 ? { order } : {}),
    ...(folded.length > 0 ? { folded } : {}),
    ...(Object.keys(heights).length > 0 ? { heights } : {}),
  };
  if (Object.keys(timeline).length > 0) draft.timeline = timeline;
  else delete draft.timeline;
}

const HEIGHT_LABELS: Readonly<Record<LaneHeight, Text>> = {
  normal: msg('make the lane of {{id}} normal'),
  compact: msg('make the lane of {{id}} compact'),
  tall: msg('make the lane of {{id}} tall'),
};

function foldWords(services: readonly string[], isFolded: boolean): string {
  const [name = '', ...more] = services;
  if (more.length > 0) return isFolded ? t('fold all services') : t('unfold all services');
  return isFolded ? t('fold {{name}}', { name }) : t('unfold {{name}}', { name });
}
