import { t } from '#words/words.ts';

import { EVENT_WORDS, type BreakpointEvent } from './eventWords.ts';
import { isResource } from './language.ts';
import type { Breakpoint, NodeKind, ScheduleNode } from './schema.ts';

/** A breakpoint that is offered for a node. */
export interface NodeBreakpoint {
  readonly key: string;
  /** When it is hit, behind the word "when": `it ticks`. */
  readonly text: string;
  readonly breakpoint: Breakpoint;
}

/** What nodes of a kind are watched for: the event that says most, first. */
const EVENTS: Readonly<Record<NodeKind, readonly BreakpointEvent[]>> = {
  callLater: ['ran'],
  deferLater: ['fired', 'started'],
  loopingCall: ['ticked', 'skipped'],
  deferred: ['fired', 'started'],
  deferredList: ['fired', 'started'],
  coroutine: ['fired', 'bodyWaits'],
  cooperate: ['stepped', 'ended'],
  deferToThread: ['jobBegan', 'fired'],
  semaphore: [],
  guarded: ['acquired', 'acquireWaits'],
  queue: ['put', 'handed'],
  queueGet: ['got', 'getWaits'],
  service: ['started', 'stopped'],
  outsideEvent: ['ran'],
};

const RUNS_CALLS: ReadonlySet<NodeKind> = new Set(['callLater', 'deferLater', 'loopingCall']);

/** The breakpoints that are offered for a node, the likeliest first. */
export function nodeBreakpoints({ id, kind }: ScheduleNode): readonly NodeBreakpoint[] {
  const offers: NodeBreakpoint[] = EVENTS[kind].map((event) => ({
    key: event,
    text: t('it {{does}}', { does: t(EVENT_WORDS[event]) }),
    breakpoint: { on: 'event', event, node: id, enabled: true },
  }));
  if (!isResource(kind)) {
    offers.push(
      {
        key: 'failure',
        text: t('anything of it fails'),
        breakpoint: { on: 'failure', node: id, enabled: true },
      },
      {
        key: 'unhandled',
        text: t('it has an unhandled error'),
        breakpoint: { on: 'unhandled', node: id, enabled: true },
      },
    );
  }
  if (RUNS_CALLS.has(kind)) {
    offers.push({
      key: 'late',
      text: t('it runs late'),
      breakpoint: { on: 'lateness', above: 0, node: id, enabled: true },
    });
  }
  const every: Breakpoint = { on: 'event', node: id, enabled: true };
  return [...offers, { key: 'every', text: t('anything happens to it'), breakpoint: every }];
}
