import { assertNever } from '#base/assertNever.ts';
import { givesDeferred } from '#schedule/language.ts';
import type { ChainLink, NodeKind, ScheduleNode } from '#schedule/schema.ts';

import type { Choice, LinkSketch, NodeSketch, Role, Sketch } from './sketch.ts';

/** What nodes can name: the functions of each role. */
export type Names = Readonly<Record<Role, readonly string[]>>;

/** The one that a choice stands for; undefined where there is none. */
export function chosen<T>(from: readonly T[], choice: Choice): T | undefined {
  return from[choice % Math.max(1, from.length)];
}

const SHORT: Readonly<Record<NodeKind, string>> = {
  callLater: 'call',
  deferLater: 'later',
  loopingCall: 'loop',
  deferred: 'deferred',
  deferredList: 'list',
  coroutine: 'coroutine',
  cooperate: 'task',
  deferToThread: 'job',
  semaphore: 'semaphore',
  guarded: 'guarded',
  queue: 'queue',
  queueGet: 'get',
  service: 'service',
  outsideEvent: 'event',
};

interface Placed {
  readonly id: string;
  readonly kind: NodeKind;
  readonly sketch: NodeSketch;
}

/** The nodes of a sketch; a kind that lacks what it needs becomes a deferLater. */
export function drawNodes(sketch: Sketch, names: Names): readonly ScheduleNode[] {
  const lacks: Partial<Record<NodeKind, boolean>> = {
    coroutine: names.coroutine.length === 0,
    deferToThread: names.thread.length === 0 || sketch.clock === 'testClock',
  };
  const placed = withResources(sketch.nodes).map((node, index): Placed => {
    const kind = lacks[node.kind] === true ? 'deferLater' : node.kind;
    return { id: `${SHORT[kind]}${index}`, kind, sketch: node };
  });
  return placed.map((node, index) => drawNode(node, index, placed, names));
}

/** What needs a semaphore or a queue, and finds none, brings one of its own. */
function withResources(nodes: readonly NodeSketch[]): readonly NodeSketch[] {
  const bring = (kind: NodeKind, needed: NodeKind): readonly NodeSketch[] => {
    const first = nodes.find((node) => node.kind === kind);
    const has = nodes.some((node) => node.kind === needed);
    return first === undefined || has ? [] : [{ ...first, kind: needed }];
  };
  return [...nodes, ...bring('guarded', 'semaphore'), ...bring('queueGet', 'queue')];
}

function drawNode(
  { id, kind, sketch }: Placed,
  index: number,
  all: readonly Placed[],
  names: Names,
): ScheduleNode {
  const before = all.slice(0, index);
  const idsOf = (wanted: NodeKind): readonly string[] =>
    all.filter((node) => node.kind === wanted).map((node) => node.id);
  const services = before.filter((node) => node.kind === 'service').map((node) => node.id);
  const service = sketch.service === null ? undefined : chosen(services, sketch.service);
  const isInService = service !== undefined;
  const common = {
    id,
    position: { x: 0, y: 0 },
    ...(isInService ? { service } : {}),
    starts: sketch.startsWith === 'service' && !isInService ? 'program' : sketch.startsWith,
  } as const;
  const call = chosen(names.plain, sketch.call) ?? '';
  const chain = sketch.chain.map((link) => drawLink(link, names));
  const [now, withCount, consumeErrors, startMembers] = sketch.flags;
  switch (kind) {
    case 'callLater':
      return { kind, ...common, delay: sketch.delay, call };
    case 'deferLater':
      return { kind, ...common, delay: sketch.delay, ...(sketch.calls ? { call } : {}), chain };
    case 'loopingCall':
      return { kind, ...common, interval: sketch.interval, now, withCount, call, chain };
    case 'deferred':
      return { kind, ...common, ...(sketch.calls ? { canceller: call } : {}), chain };
    case 'deferredList': {
      const gather = sketch.calls;
      return {
        kind,
        ...common,
        members: membersOf(sketch, before, all),
        startMembers,
        fireOnOneCallback: now && !gather,
        fireOnOneErrback: withCount && !gather,
        consumeErrors,
        gather,
        chain,
      };
    }
    case 'coroutine':
      return { kind, ...common, call: chosen(names.coroutine, sketch.call) ?? '', chain };
    case 'cooperate':
      return {
        kind,
        ...common,
        ...(sketch.count === null ? {} : { count: sketch.count }),
        call,
        chain,
      };
    case 'deferToThread':
      return { kind, ...common, call: chosen(names.thread, sketch.call) ?? '', chain };
    case 'semaphore':
      return { kind, ...common, tokens: 1 + (sketch.size ?? 0) };
    case 'guarded':
      return {
        kind,
        ...common,
        semaphore: chosen(idsOf('semaphore'), sketch.target) ?? '',
        call,
        chain,
      };
    case 'queue':
      return {
        kind,
        ...common,
        ...(sketch.size === null ? {} : { size: sketch.size }),
        ...(sketch.count === null ? {} : { backlog: sketch.count }),
      };
    case 'queueGet':
      return { kind, ...common, queue: chosen(idsOf('queue'), sketch.target) ?? '', chain };
    case 'service':
      return { kind, ...common };
    case 'outsideEvent':
      return { kind, ...common, at: [...sketch.moments], call };
    default:
      return assertNever(kind);
  }
}

/** Members are no lists that stand behind: so no list waits for itself. */
function membersOf(
  { members }: NodeSketch,
  before: readonly Placed[],
  all: readonly Placed[],
): string[] {
  const candidates = all.filter(
    (node) => givesDeferred(node.kind) && (node.kind !== 'deferredList' || before.includes(node)),
  );
  const ids = members.flatMap((member) => chosen(candidates, member)?.id ?? []);
  return [...new Set(ids)];
}

function drawLink({ form, first, second, seconds }: LinkSketch, names: Names): ChainLink {
  const one = chosen(names.plain, first) ?? '';
  switch (form) {
    case 'callback':
      return { callback: one };
    case 'errback':
      return { errback: one };
    case 'both':
      return { both: one };
    case 'sides':
      return { callback: one, errback: chosen(names.plain, second) ?? '' };
    case 'timeout':
      return { timeout: seconds };
    default:
      return assertNever(form);
  }
}
