import type {
  DeferredState,
  InstanceState,
  JobState,
  LoopState,
  TaskState,
  TurnState,
} from '#trace/instanceState.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NONE } from '#trace/traceValue.ts';

/** What an instance is after one of its events. `name` is that of the function which is entered. */
export function applyEvent(
  state: InstanceState,
  event: TraceEvent,
  kind: string,
  name: string,
): InstanceState {
  switch (event.kind) {
    case 'scheduled':
      return scheduled(state, event);
    case 'unscheduled': {
      // A loop cancels the call that it has planned last.
      const { due, furtherDues } = state;
      const kept = furtherDues.length === 0 ? null : due;
      return { ...state, due: kept, furtherDues: furtherDues.slice(0, -1), unscheduled: true };
    }
    case 'ran': {
      const [due = null, ...furtherDues] = state.furtherDues;
      return { ...state, due, furtherDues, ran: true, lateness: event.number ?? 0 };
    }
    case 'blocked':
      return { ...state, blockedUntil: event.time + (event.number ?? 0) };
    case 'entered': {
      const { link, sequence: entered, value: input } = event;
      return { ...state, inside: [...state.inside, { name, link, entered, input }] };
    }
    case 'returned':
    case 'raised':
    case 'returnedDeferred':
      return leave(state, event, kind);
    case 'timeoutSet': {
      const timeout = { link: event.link, due: event.number ?? 0 };
      return { ...state, timeouts: [...state.timeouts, timeout] };
    }
    case 'timeoutCleared':
    case 'timedOut':
      return { ...state, timeouts: state.timeouts.filter(({ link }) => link !== event.link) };
    case 'stopped':
      return withLoop({ ...state, running: false }, { running: false });
    case 'ticked':
      return withLoop(state, { ticks: event.number ?? 0 });
    case 'skipped':
      return withLoop(state, { skipped: (state.loop?.skipped ?? 0) + (event.number ?? 0) });
    case 'looped':
      return withLoop(state, { waitsOn: null });
    case 'ended': {
      const ended = withTask(state, { ended: true, waitsOn: null });
      return withLoop(ended, { running: false, failed: event.value !== null, waitsOn: null });
    }
    case 'bodyWaits':
    case 'wentOn':
    case 'stepped':
      return withBody(state, event);
    case 'assigned':
      return withJob(state, 'given', event.number);
    case 'queued':
      return withJob(state, 'queued', null);
    case 'jobBegan':
      return withJob(state, 'running', event.number);
    case 'jobEnded':
      return withJob(state, 'done', event.number);
    case 'acquireWaits':
    case 'getWaits':
      return withTurn(state, 'waits');
    case 'acquired':
      return withTurn(state, 'has');
    case 'got':
      return withTurn(state, 'got');
    case 'released':
      return withTurn(state, 'released');
    case 'gaveUp':
      return withTurn(state, 'gaveUp');
    default:
      return withDeferred(state, event);
  }
}

/** A call was made or moved; a loop moves none, so a second one of it is a further one. */
function scheduled(state: InstanceState, { number: due }: TraceEvent): InstanceState {
  if (state.loop === null || state.due === null || due === null) {
    return { ...state, due };
  }
  return { ...state, furtherDues: [...state.furtherDues, due] };
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

function withLoop(state: InstanceState, fields: Partial<LoopState>): InstanceState {
  return state.loop === null ? state : { ...state, loop: { ...state.loop, ...fields } };
}

function withTask(state: InstanceState, fields: Partial<TaskState>): InstanceState {
  return state.task === null ? state : { ...state, task: { ...state.task, ...fields } };
}

function withJob(state: InstanceState, is: JobState['is'], worker: number | null): InstanceState {
  return { ...state, job: { is, worker } };
}

function withTurn(state: InstanceState, turn: TurnState): InstanceState {
  return { ...state, turn };
}

/** What a loop's function, a coroutine or a task waits for, and that it goes on. */
function withBody(state: InstanceState, event: TraceEvent): InstanceState {
  const { task } = state;
  if (event.kind === 'stepped') return withTask(state, { steps: event.number ?? 0 });
  const waitsOn = event.kind === 'bodyWaits' ? event.other : null;
  if (state.loop !== null) return withLoop(state, { waitsOn });
  if (task === null) return { ...state, body: { waitsOn } };
  // A wait counts as a pause (C-6).
  return withTask(state, { waitsOn, pauses: task.pauses + (waitsOn === null ? -1 : 1) });
}

function withDeferred(state: InstanceState, event: TraceEvent): InstanceState {
  const { deferred } = state;
  const change = (fields: Partial<DeferredState>): InstanceState =>
    deferred === null ? state : { ...state, deferred: { ...deferred, ...fields } };
  switch (event.kind) {
    case 'fired':
    case 'failed':
      return change({ called: true, result: event.value });
    case 'passed':
      return change({ result: event.value, place: event.link + 1 });
    case 'became':
      return change({ result: event.value });
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
    case 'handled':
      return change({ unhandled: false });
    case 'reported':
      return change({ reported: true });
    case 'pauseCalled':
    case 'resumeCalled': {
      const by = event.kind === 'pauseCalled' ? 1 : -1;
      return state.task === null
        ? change({ pauses: (deferred?.pauses ?? 0) + by })
        : withTask(state, { pauses: state.task.pauses + by });
    }
    default:
      return state;
  }
}
