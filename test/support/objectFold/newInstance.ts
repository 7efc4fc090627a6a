import type { Seconds } from '#base/units.ts';
import type {
  BodyState,
  DeferredState,
  InstanceState,
  JobState,
  LoopState,
  TaskState,
} from '#trace/instanceState.ts';

/** What a new instance of a kind is. */
export function newInstanceState(
  {
    node,
    instance,
    time,
  }: { readonly node: number; readonly instance: number; readonly time: Seconds },
  kind: string,
  givesDeferred: boolean,
): InstanceState {
  return {
    node,
    instance,
    startedAt: time,
    due: null,
    furtherDues: [],
    lateness: 0,
    inside: [],
    blockedUntil: null,
    ran: false,
    unscheduled: false,
    deferred: givesDeferred ? NEW_DEFERRED : null,
    timeouts: [],
    loop: kind === 'loopingCall' ? NEW_LOOP : null,
    body: kind === 'coroutine' ? NEW_BODY : null,
    task: kind === 'cooperate' ? NEW_TASK : null,
    job: kind === 'deferToThread' ? NEW_JOB : null,
    turn: null,
    running: kind === 'service',
  };
}

/**
 * Nothing more can happen to it by itself, and nobody has to be told of it. `links` is the length of
 * its chain: before it has all of it behind it, a link may still be added.
 */
export function isSettled(state: InstanceState, links: number): boolean {
  const { due, inside, timeouts, deferred, loop, task, job, turn, running } = state;
  if (due !== null || inside.length > 0 || timeouts.length > 0 || running) return false;
  if (loop !== null && loop.running) return false;
  if (task !== null && !task.ended) return false;
  if (job !== null && job.is !== 'done') return false;
  if (turn === 'waits' || turn === 'has') return false;
  if (deferred === null) return true;
  const { called, place, waitsOn, unhandled, reported } = deferred;
  return called && place >= links && waitsOn === null && (!unhandled || reported);
}

const NEW_DEFERRED: DeferredState = {
  called: false,
  result: null,
  place: 0,
  waitsOn: null,
  cancelled: false,
  taken: false,
  unhandled: false,
  reported: false,
  pauses: 0,
};

const NEW_LOOP: LoopState = { running: true, failed: false, ticks: 0, skipped: 0, waitsOn: null };

const NEW_BODY: BodyState = { waitsOn: null };

const NEW_TASK: TaskState = { steps: 0, waitsOn: null, pauses: 0, ended: false };

const NEW_JOB: JobState = { is: 'given', worker: null };
