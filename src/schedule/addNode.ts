import { t } from '#words/words.ts';

import { freeIdentifier } from './identifier.ts';
import { takenNames } from './places.ts';
import type { ScheduleEdit } from './scheduleEdit.ts';
import type { NodeKind, Schedule, ScheduleNode } from './schema.ts';

/** The id stem that a new node of a kind gets. */
const STEMS: Readonly<Record<NodeKind, string>> = {
  callLater: 'later',
  deferLater: 'wait',
  loopingCall: 'loop',
  deferred: 'answer',
  deferredList: 'all_of',
  coroutine: 'task',
  cooperate: 'job',
  deferToThread: 'work',
  semaphore: 'limit',
  guarded: 'limited',
  queue: 'queue',
  queueGet: 'take',
  service: 'service',
  outsideEvent: 'world',
};

/**
 * How far from a node the resource lies that is made with it, in the graph's coordinates: between
 * their cards there is room for the words on the arrow.
 */
const RESOURCE_DISTANCE = 400;

/** A place in the graph. */
export interface GraphPosition {
  readonly x: number;
  readonly y: number;
}

/** The id that {@link addNode} would give to a node of this kind now. */
export function newNodeId(schedule: Schedule, kind: NodeKind): string {
  return freeIdentifier(STEMS[kind], takenNames(schedule));
}

/**
 * Adds a node with a function of its own, so that it can be given steps at once, and with the
 * semaphore or queue that it needs, where there is none yet. `position` is in the graph's
 * coordinates. `id` must be free: see {@link newNodeId}.
 */
export function addNode(
  kind: NodeKind,
  id: string,
  position: GraphPosition,
  starts: ScheduleNode['starts'] = 'program',
): ScheduleEdit {
  return {
    label: t('add {{id}}', { id }),
    apply(draft) {
      draft.nodes.push(newNode(draft, kind, id, position, starts));
    },
  };
}

function newNode(
  draft: Schedule,
  kind: NodeKind,
  id: string,
  { x, y }: GraphPosition,
  starts: ScheduleNode['starts'],
): ScheduleNode {
  const common = { id, position: { x, y }, starts };
  const call = (): string => {
    const name = freeIdentifier(`do_${id}`, new Set([...takenNames(draft), id]));
    draft.functions[name] = { steps: [] };
    return name;
  };
  switch (kind) {
    case 'callLater':
      return { kind, ...common, delay: 1, call: call() };
    case 'deferLater':
      return { kind, ...common, delay: 1, call: call(), chain: [] };
    case 'loopingCall':
      return {
        kind,
        ...common,
        interval: 1,
        now: true,
        withCount: false,
        call: call(),
        chain: [],
      };
    case 'deferred':
      return { kind, ...common, chain: [] };
    case 'deferredList':
      return {
        kind,
        ...common,
        members: [],
        startMembers: true,
        fireOnOneCallback: false,
        fireOnOneErrback: false,
        consumeErrors: false,
        gather: false,
        chain: [],
      };
    case 'coroutine':
    case 'cooperate':
    case 'deferToThread':
      return { kind, ...common, call: call(), chain: [] };
    case 'semaphore':
      return { kind, ...common, tokens: 2 };
    case 'guarded':
      return {
        kind,
        ...common,
        semaphore: resourceFor(draft, 'semaphore', id, { x, y }),
        call: call(),
        chain: [],
      };
    case 'queue':
      return { kind, ...common };
    case 'queueGet':
      return { kind, ...common, queue: resourceFor(draft, 'queue', id, { x, y }), chain: [] };
    case 'service':
      return { kind, ...common };
    case 'outsideEvent':
      return { kind, ...common, at: [1], call: call() };
  }
}

/** The first semaphore or queue of the schedule, or a new one to the right of where it is needed. */
function resourceFor(
  draft: Schedule,
  kind: 'semaphore' | 'queue',
  id: string,
  { x, y }: GraphPosition,
): string {
  const found = draft.nodes.find((node) => node.kind === kind);
  if (found !== undefined) return found.id;
  const resource = freeIdentifier(STEMS[kind], new Set([...takenNames(draft), id]));
  draft.nodes.push(newNode(draft, kind, resource, { x: x + RESOURCE_DISTANCE, y }, 'program'));
  return resource;
}
