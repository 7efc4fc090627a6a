import { functionAt } from './functionAt.ts';
import {
  type DeferredState,
  EMPTY_STATE,
  type InstanceState,
  type LoopState,
  type RunState,
} from './runState.ts';
import { encodeInstance } from './traceColumns.ts';
import { NO_LINK, REACTOR } from './traceHeader.ts';
import type { Trace, TraceEvent } from './traceTable.ts';
import { NONE } from './traceValue.ts';

/** A state that events are folded into, one after the other. */
export interface Fold {
  readonly count: number;
  /** Applies the next event. */
  step(): void;
  /** The state now, independent of later steps. */
  snapshot(): RunState;
}

/** A fold over a trace that goes on from `start`, a state of the same trace. */
export function createFold(trace: Trace, start: RunState = EMPTY_STATE): Fold {
  let { count, time, passes, inPass, stopRequested } = start;
  const instances = new Map(start.instances);
  const newest = new Map(start.newest);
  const calls = new Map(start.calls);

  const begin = (event: TraceEvent): void => {
    const before = newest.get(event.node);
    newest.set(event.node, event.instance);
    const kind = trace.header.nodes[event.node]?.kind ?? '';
    instances.set(encodeInstance(event.node, event.instance), newInstance(event, kind));
    if (before !== undefined) forgetIfSettled(event.node, before);
  };
  const forgetIfSettled = (node: number, instance: number): void => {
    const key = encodeInstance(node, instance);
    const old = instances.get(key);
    if (old !== undefined && newest.get(node) !== instance && isSettled(old)) instances.delete(key);
  };
  const countCall = (event: TraceEvent): string => {
    const name = functionAt(trace.header, event.node, event.link, event.value) ?? '';
    calls.set(name, (calls.get(name) ?? 0) + 1);
    return name;
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
        if (event.kind === 'passBegan') passes += 1;
        if (event.kind === 'passBegan' || event.kind === 'passEnded') {
          inPass = event.kind === 'passBegan';
        }
        if (event.kind === 'stopRequested') stopRequested = true;
        return;
      }
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
      passes,
      inPass,
      stopRequested,
    }),
  };
}

function newInstance(event: TraceEvent, kind: string): InstanceState {
  return {
    node: event.node,
    instance: event.instance,
    startedAt: event.time,
    due: null,
    dueSince: event.time,
    lateness: 0,
    inside: [],
    blockedUntil: null,
    ran: false,
    unscheduled: false,
    deferred: kind === 'callLater' ? null : NEW_DEFERRED,
    loop: kind === 'loopingCall' ? NEW_LOOP : null,
  };
}

const NEW_DEFERRED: DeferredState = {
  called: false,
  result: null,
  place: 0,
  waitsOn: null,
  cancelled: false,
  taken: false,
  unhandled: false,
};

const NEW_LOOP: LoopState = { running: true, failed: false, ticks: 0, skipped: 0, waitsOn: null };

/** Nothing more can happen to it by itself, and nobody has to be told of it. */
function isSettled({ due, inside, deferred, loop }: InstanceState): boolean {
  if (due !== null || inside.length > 0) return false;
  if (loop !== null && loop.running) return false;
  return deferred === null || (deferred.called && deferred.waitsOn === null && !deferred.unhandled);
}

function applyEvent(
  state: InstanceState,
  event: TraceEvent,
  kind: string,
  name: string,
): InstanceState {
  switch (event.kind) {
    case 'scheduled':
      return { ...state, due: event.number, dueSince: event.time };
    case 'unscheduled':
      return { ...state, due: null, unscheduled: true };
    case 'ran':
      return { ...state, due: null, ran: true, lateness: event.number ?? 0 };
    case 'blocked':
      return { ...state, blockedUntil: event.time + (event.number ?? 0) };
    case 'entered': {
      const entered = {
        name,
        link: event.link,
        entered: event.sequence,
        input: event.value,
      };
      return { ...state, inside: [...state.inside, entered] };
    }
    case 'returned':
    case 'raised':
    case 'returnedDeferred':
      return leave(state, event, kind);
    case 'ticked':
    case 'skipped':
    case 'looped':
    case 'bodyWaits':
    case 'stopped':
      return withLoop(state, event);
    case 'fired':
    case 'failed':
    case 'passed':
    case 'waits':
    case 'resumed':
    case 'taken':
    case 'cancelled':
    case 'unhandled':
    case 'handled':
    case 'reported':
      return withDeferred(state, event);
    default:
      return state;
  }
}

/** A function is left: what it gave is the Deferred's result, if the Deferred had called it. */
function leave(state: InstanceState, event: TraceEvent, kind: string): InstanceState {
  const inside = state.inside.filter((entry) => entry.entered !== event.cause);
  const { deferred } = state;
  const isResult = event.link !== NO_LINK || kind === 'deferLater';
  if (deferred === null || !isResult) return { ...state, inside };
  const result = event.kind === 'returnedDeferred' ? null : event.value;
  const place = event.link === NO_LINK ? deferred.place : event.link + 1;
  return { ...state, inside, deferred: { ...deferred, result, place } };
}

function withLoop(state: InstanceState, event: TraceEvent): InstanceState {
  const { loop } = state;
  if (loop === null) return state;
  switch (event.kind) {
    case 'ticked':
      return { ...state, loop: { ...loop, ticks: event.number ?? 0 } };
    case 'skipped':
      return { ...state, loop: { ...loop, skipped: loop.skipped + (event.number ?? 0) } };
    case 'looped':
      return { ...state, loop: { ...loop, waitsOn: null } };
    case 'bodyWaits':
      return { ...state, loop: { ...loop, waitsOn: event.other } };
    default:
      return { ...state, loop: { ...loop, running: false } };
  }
}

function withDeferred(state: InstanceState, event: TraceEvent): InstanceState {
  const { deferred } = state;
  if (deferred === null) return state;
  const change = (fields: Partial<DeferredState>): InstanceState => ({
    ...state,
    deferred: { ...deferred, ...fields },
  });
  switch (event.kind) {
    case 'fired':
    case 'failed': {
      const next = change({ called: true, result: event.value });
      const failed = event.kind === 'failed';
      const loop =
        state.loop === null ? null : { ...state.loop, running: false, failed, waitsOn: null };
      return { ...next, loop };
    }
    case 'passed':
      return change({ result: event.value, place: event.link + 1 });
    case 'waits':
      return change({ result: null, waitsOn: event.other });
    case 'resumed':
      return change({ result: event.value, waitsOn: null });
    case 'taken':
      return change({ result: NONE, taken: true, unhandled: false });
    case 'cancelled':
      return change({ cancelled: true });
    case 'unhandled':
      return change({ unhandled: true });
    default:
      return change({ unhandled: false });
  }
}
