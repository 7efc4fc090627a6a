import type { Seconds } from '#base/units.ts';
import { t } from '#words/words.ts';

import { instanceName, nodeName, type Tone } from './describeEvent.ts';
import { formatDuration } from './formatTime.ts';
import type { DeferredState, InstanceState, JobState, LoopState } from './instanceState.ts';
import type { QueueState, RunState, SemaphoreState } from './runState.ts';
import { shownInstance } from './shownInstance.ts';
import type { Trace } from './traceTable.ts';
import { shortRepr } from './traceValue.ts';

/** What an instance is doing, in the few words of a card's badge. */
export interface Phase {
  readonly tone: Tone;
  readonly text: string;
}

/** What a node is doing: its newest instance, or the semaphore or queue that it is. */
export function describeNode(trace: Trace, state: RunState, node: number, time: Seconds): Phase {
  const found = trace.header.nodes[node];
  if (found?.kind === 'semaphore') return semaphorePhase(state.semaphore(node), found.tokens);
  if (found?.kind === 'queue') return queuePhase(state.queue(node));
  return describeInstance(trace, shownInstance(state, node, found?.kind ?? ''), time);
}

function semaphorePhase(state: SemaphoreState | null, tokens: number | null): Phase {
  const waiting = state?.waiting.length ?? 0;
  const free = state?.free ?? tokens ?? 0;
  if (waiting > 0) return { tone: 'paused', text: t('{{count}} wait', { count: waiting }) };
  return {
    tone: free === 0 ? 'waiting' : 'plain',
    text: t('{{free}} of {{tokens}} free', { free, tokens: tokens ?? free }),
  };
}

function queuePhase(state: QueueState | null): Phase {
  const waiting = state?.waiting.length ?? 0;
  const stored = state?.stored.length ?? 0;
  if (waiting > 0) return { tone: 'waiting', text: t('{{count}} wait', { count: waiting }) };
  return stored > 0
    ? { tone: 'result', text: t('{{stored}} stored', { stored }) }
    : { tone: 'plain', text: t('empty') };
}

/** What a node's newest instance is doing at a virtual time; null is a node that was not started. */
export function describeInstance(
  trace: Trace,
  instance: InstanceState | null,
  time: Seconds,
): Phase {
  if (instance === null) return { tone: 'plain', text: t('not started') };
  const { job } = instance;
  if (job !== null && job.is !== 'done') return jobPhase(job, instance.blockedUntil, time);
  if (
    instance.blockedUntil !== null &&
    instance.inside.length > 0 &&
    time < instance.blockedUntil
  ) {
    return {
      tone: 'blocking',
      text: t('blocks, {{time}}', { time: left(instance.blockedUntil, time) }),
    };
  }
  const paused = pausedPhase(trace, instance);
  if (paused !== null) return paused;
  if (instance.loop !== null) return loopPhase(instance, instance.loop, time);
  if (instance.due !== null) return duePhase(instance.due, time);
  if (instance.task !== null && !instance.task.ended) {
    return { tone: 'result', text: t('step {{number}}', { number: instance.task.steps }) };
  }
  if (instance.deferred !== null) return deferredPhase(instance.deferred);
  if (instance.running) return { tone: 'result', text: t('running') };
  if (trace.header.nodes[instance.node]?.kind === 'service')
    return { tone: 'plain', text: t('stopped') };
  if (instance.unscheduled) return { tone: 'plain', text: t('cancelled') };
  return { tone: 'result', text: instance.ran ? t('has run') : t('started') };
}

/** Waiting for something or somebody, or paused by hand; null where it is not. */
function pausedPhase(
  trace: Trace,
  { node, instance, deferred, loop, body, task, turn }: InstanceState,
): Phase | null {
  const waitsOn = deferred?.waitsOn ?? loop?.waitsOn ?? body?.waitsOn ?? task?.waitsOn ?? null;
  const isItself = waitsOn?.node === node && waitsOn.instance === instance;
  if (waitsOn !== null && !isItself) {
    return {
      tone: 'paused',
      text: t('waits for {{name}}', { name: instanceName(trace, waitsOn) }),
    };
  }
  const resource = trace.header.nodes[node]?.resource ?? null;
  if (turn === 'waits' && resource !== null) {
    return { tone: 'waiting', text: t('waits for {{name}}', { name: nodeName(trace, resource) }) };
  }
  const pauses = task === null || task.ended ? (deferred?.pauses ?? 0) : task.pauses;
  return pauses > 0 ? { tone: 'paused', text: t('paused') } : null;
}

function jobPhase({ is, worker }: JobState, until: Seconds | null, time: Seconds): Phase {
  if (is === 'queued') return { tone: 'waiting', text: t('waits for a worker') };
  const known = { worker: worker ?? '?' };
  const text =
    until === null || until <= time
      ? t('in worker {{worker}}', known)
      : t('in worker {{worker}}, {{time}}', { ...known, time: left(until, time) });
  return { tone: 'time', text };
}

function loopPhase({ due, deferred }: InstanceState, loop: LoopState, time: Seconds): Phase {
  const { ticks, running, failed } = loop;
  if (deferred?.unhandled === true) return deferredPhase(deferred);
  if (!running && failed)
    return { tone: 'failure', text: t('failed on tick {{ticks}}', { ticks }) };
  if (!running) return { tone: 'plain', text: t('stopped after tick {{ticks}}', { ticks }) };
  if (due !== null && (ticks === 0 || due < time)) return duePhase(due, time);
  return { tone: 'result', text: t('tick {{number}}', { number: ticks }) };
}

/** A call that is overdue waits for the reactor, which is blocked. */
function duePhase(due: Seconds, time: Seconds): Phase {
  return due < time
    ? { tone: 'paused', text: t('{{time}} late', { time: left(time, due) }) }
    : { tone: 'time', text: t('in {{time}}', { time: left(due, time) }) };
}

function deferredPhase(deferred: DeferredState): Phase {
  if (!deferred.called) return { tone: 'waiting', text: t('not fired') };
  if (deferred.unhandled) return { tone: 'failure', text: t('unhandled') };
  if (deferred.taken) return { tone: 'plain', text: t('result taken') };
  const { result } = deferred;
  if (result === null) return { tone: 'result', text: t('fired') };
  const text = shortRepr(result, 18);
  return { tone: result.is === 'failure' ? 'failure' : 'result', text };
}

function left(until: Seconds, time: Seconds): string {
  return formatDuration(Math.max(0, Math.round((until - time) * 1000) / 1000));
}
