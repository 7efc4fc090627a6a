import { functionAt } from '#trace/functionAt.ts';
import { encodeInstance } from '#trace/traceColumns.ts';
import { NO_INSTANCE, REACTOR } from '#trace/traceHeader.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import type { Trace } from '#trace/traceTable.ts';

import { applyEvent } from './applyEvent.ts';
import { isSettled, newInstanceState } from './newInstance.ts';
import { EMPTY_STATE, type ObjectState } from './objectState.ts';
import { createSharedFold } from './sharedState.ts';

/** A state of objects that events are folded into, one after the other. */
export interface ObjectFold {
  readonly count: number;
  /** Applies the next event. */
  step(): void;
  /** The state now, independent of later steps. */
  snapshot(): ObjectState;
}

/** Kinds that give no Deferred; a trace may have kinds that this program does not know. */
const WITHOUT_DEFERRED: ReadonlySet<string> = new Set([
  'callLater',
  'outsideEvent',
  'service',
  'semaphore',
  'queue',
]);

/**
 * The same fold as `src/trace/fold` in a plain way: records are replaced, maps are copied. It is slow,
 * and what the other one is held to. It goes on from `start`, a state of the same trace.
 */
export function createObjectFold(trace: Trace, start: ObjectState = EMPTY_STATE): ObjectFold {
  let { count, time, passes, inPass, stopRequested, tickDue } = start;
  const instances = new Map(start.instances);
  const newest = new Map(start.newest);
  const calls = new Map(start.calls);
  const shared = createSharedFold(trace.header, start);

  const begin = (event: TraceEvent): void => {
    const before = newest.get(event.node);
    newest.set(event.node, event.instance);
    const kind = trace.header.nodes[event.node]?.kind ?? '';
    const state = newInstanceState(event, kind, !WITHOUT_DEFERRED.has(kind));
    instances.set(encodeInstance(event.node, event.instance), state);
    if (before !== undefined) forgetIfSettled(event.node, before);
  };
  const forgetIfSettled = (node: number, instance: number): void => {
    const key = encodeInstance(node, instance);
    const old = instances.get(key);
    if (old === undefined || newest.get(node) === instance) return;
    if (isSettled(old, trace.header.nodes[node]?.links.length ?? 0)) instances.delete(key);
  };
  const countCall = (event: TraceEvent): string => {
    const name = functionAt(trace.header, event.node, event.link, event.value) ?? '';
    calls.set(name, (calls.get(name) ?? 0) + 1);
    return name;
  };
  const applyReactor = (event: TraceEvent): void => {
    switch (event.kind) {
      case 'passBegan':
        passes += 1;
        inPass = true;
        break;
      case 'passEnded':
        inPass = false;
        break;
      case 'advanced':
        passes += 1;
        break;
      case 'stopRequested':
        stopRequested = true;
        break;
      case 'tickPlanned':
        tickDue = event.number;
        break;
      case 'tickCancelled':
      case 'tickBegan':
        tickDue = null;
        break;
      default:
        break;
    }
  };

  return {
    get count() {
      return count;
    },
    step() {
      const event = trace.eventAt(count);
      count += 1;
      time = event.time;
      if (event.node === REACTOR) {
        applyReactor(event);
        return;
      }
      shared.apply(event);
      if (event.instance === NO_INSTANCE) return;
      if (event.kind === 'started') {
        begin(event);
        return;
      }
      const name = event.kind === 'entered' ? countCall(event) : '';
      const key = encodeInstance(event.node, event.instance);
      const instance = instances.get(key);
      if (instance === undefined) return;
      const kind = trace.header.nodes[event.node]?.kind ?? '';
      instances.set(key, applyEvent(instance, event, kind, name));
      forgetIfSettled(event.node, event.instance);
    },
    snapshot: () => ({
      count,
      time,
      instances: new Map(instances),
      newest: new Map(newest),
      calls: new Map(calls),
      ...shared.snapshot(),
      tickDue,
      passes,
      inPass,
      stopRequested,
    }),
  };
}
