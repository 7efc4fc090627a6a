import type { Seconds } from '#base/units.ts';
import { functionAt } from '#trace/functionAt.ts';
import type {
  DeferredState,
  EnteredFunction,
  InstanceState,
  JobState,
  LoopState,
  TaskState,
  TurnState,
} from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE, type TraceValue } from '#trace/traceValue.ts';

import {
  BLOCKED,
  WAIT,
  CALLED,
  CANCELLED,
  DUE,
  EXTRA,
  FLAGS,
  INSIDE,
  INSTANCE,
  LOOP_FAILED,
  LOOP_RUNS,
  NODE,
  NO_EVENT,
  PAUSE_BITS,
  PLACE,
  PLACE_MASK,
  PROGRESS,
  RAN,
  REPORTED,
  RESULT,
  SERVICE_RUNS,
  START,
  TAKEN,
  TAKEN_RESULT,
  TASK_OPEN,
  TIMEOUT,
  UNHANDLED,
  UNSCHEDULED,
  WAITS,
  type InstanceLists,
} from './instanceRow.ts';
import { skippedTicks } from './kindChanges.ts';
import type { TraceFacts } from './traceFacts.ts';

/** A row of a table of instances: where it is, and the lists that go with it. */
export interface InstanceRow {
  readonly row: Int32Array;
  readonly at: number;
  readonly lists: InstanceLists;
}

/** Makes a record of the row of an instance. */
export function readInstance({ trace, program }: TraceFacts, from: InstanceRow): InstanceState {
  const { row, at, lists } = from;
  const of = (field: number): number => row[at + field] as number;
  const has = (flag: number): boolean => (of(FLAGS) & flag) !== 0;
  const node = program.nodes[of(NODE)];
  const numberOf = (event: number): number | null =>
    event === NO_EVENT ? null : trace.numberAt(event);
  const bodyWaitsOn = (): InstanceRef | null => otherOf(trace, of(WAIT));

  const deferred = (): DeferredState => ({
    called: has(CALLED),
    result: resultOf(trace, of(RESULT)),
    place: of(PLACE) & PLACE_MASK,
    waitsOn: otherOf(trace, of(WAITS)),
    cancelled: has(CANCELLED),
    taken: has(TAKEN),
    unhandled: has(UNHANDLED),
    reported: has(REPORTED),
    pauses: of(PLACE) >> PAUSE_BITS,
  });
  const loop = (): LoopState => ({
    running: has(LOOP_RUNS),
    failed: has(LOOP_FAILED),
    ticks: numberOf(of(PROGRESS)) ?? 0,
    skipped: skippedTicks(row, at),
    waitsOn: bodyWaitsOn(),
  });
  const task = (): TaskState => ({
    steps: numberOf(of(PROGRESS)) ?? 0,
    waitsOn: bodyWaitsOn(),
    pauses: of(EXTRA),
    ended: !has(TASK_OPEN),
  });

  return {
    node: of(NODE),
    instance: of(INSTANCE),
    startedAt: trace.timeAt(of(START)),
    due: numberOf(of(DUE)),
    furtherDues: lists.dues.map((event) => trace.numberAt(event)),
    lateness: numberOf(of(RAN)) ?? 0,
    inside: eventsOf(of(INSIDE), lists.inside).map((event) => enteredAt(trace, event)),
    blockedUntil: blockedUntil(trace, of(BLOCKED)),
    ran: of(RAN) !== NO_EVENT,
    unscheduled: has(UNSCHEDULED),
    deferred: node?.givesDeferred === true ? deferred() : null,
    timeouts: eventsOf(of(TIMEOUT), lists.timeouts).map((event) => ({
      link: trace.linkAt(event),
      due: trace.numberAt(event),
    })),
    loop: node?.is === 'loop' ? loop() : null,
    body: node?.is === 'coroutine' ? { waitsOn: bodyWaitsOn() } : null,
    task: node?.is === 'task' ? task() : null,
    job: node?.is === 'job' ? jobOf(trace, of(PROGRESS)) : null,
    turn:
      node === undefined || node.waitsAt < 0 || of(WAIT) === NO_EVENT
        ? null
        : turnOf(trace, of(WAIT)),
    running: has(SERVICE_RUNS),
  };
}

function eventsOf(first: number, further: readonly number[]): readonly number[] {
  return first === NO_EVENT ? [] : [first, ...further];
}

function enteredAt(trace: Trace, entered: number): EnteredFunction {
  const link = trace.linkAt(entered);
  const input = trace.valueAt(entered);
  const name = functionAt(trace.header, trace.nodeAt(entered), link, input) ?? '';
  return { name, link, entered, input };
}

function blockedUntil(trace: Trace, blocked: number): Seconds | null {
  return blocked === NO_EVENT ? null : trace.timeAt(blocked) + trace.numberAt(blocked);
}

function otherOf(trace: Trace, event: number): InstanceRef | null {
  return event === NO_EVENT ? null : trace.otherAt(event);
}

function resultOf(trace: Trace, event: number): TraceValue | null {
  if (event === TAKEN_RESULT) return NONE;
  return event === NO_EVENT ? null : trace.valueAt(event);
}

/** The job of an instance, by the last event about it. */
export function jobOf(trace: Trace, event: number): JobState {
  if (event === NO_EVENT) return { is: 'given', worker: null };
  switch (trace.kindAt(event)) {
    case 'queued':
      return { is: 'queued', worker: null };
    case 'jobBegan':
      return { is: 'running', worker: trace.numberAt(event) };
    case 'jobEnded':
      return { is: 'done', worker: trace.numberAt(event) };
    default:
      return { is: 'given', worker: trace.numberAt(event) };
  }
}

/** How an instance stands to its token or object, by the last event about that. */
function turnOf(trace: Trace, event: number): TurnState {
  switch (trace.kindAt(event)) {
    case 'acquired':
      return 'has';
    case 'got':
      return 'got';
    case 'released':
      return 'released';
    case 'gaveUp':
      return 'gaveUp';
    default:
      return 'waits';
  }
}
