import type { Seconds } from '#base/units.ts';

import { instanceName, type Tone } from './describeEvent.ts';
import { formatDuration } from './formatTime.ts';
import type { DeferredState, InstanceState, LoopState } from './runState.ts';
import type { Trace } from './traceTable.ts';
import { shortRepr } from './traceValue.ts';

/** What an instance is doing, in the few words of a card's badge. */
export interface Phase {
  readonly tone: Tone;
  readonly text: string;
}

/** What a node's newest instance is doing at a virtual time; null is a node that was not started. */
export function describeInstance(
  trace: Trace,
  instance: InstanceState | null,
  time: Seconds,
): Phase {
  if (instance === null) return { tone: 'plain', text: 'not started' };
  if (
    instance.blockedUntil !== null &&
    instance.inside.length > 0 &&
    time < instance.blockedUntil
  ) {
    return { tone: 'blocking', text: `blocks, ${left(instance.blockedUntil, time)}` };
  }
  const waitsOn = instance.deferred?.waitsOn ?? instance.loop?.waitsOn ?? null;
  if (waitsOn !== null)
    return { tone: 'paused', text: `waits for ${instanceName(trace, waitsOn)}` };
  if (instance.loop !== null) return loopPhase(instance, instance.loop, time);
  if (instance.due !== null) return duePhase(instance.due, time);
  if (instance.deferred !== null) return deferredPhase(instance.deferred);
  if (instance.unscheduled) return { tone: 'plain', text: 'cancelled' };
  return { tone: 'result', text: instance.ran ? 'has run' : 'started' };
}

function loopPhase({ due, deferred }: InstanceState, loop: LoopState, time: Seconds): Phase {
  const { ticks, running, failed } = loop;
  if (deferred?.unhandled === true) return deferredPhase(deferred);
  if (!running && failed) return { tone: 'failure', text: `failed on tick ${ticks}` };
  if (!running) return { tone: 'plain', text: `stopped after tick ${ticks}` };
  if (due !== null && (ticks === 0 || due < time)) return duePhase(due, time);
  return { tone: 'result', text: `tick ${ticks}` };
}

/** A call that is overdue waits for the reactor, which is blocked. */
function duePhase(due: Seconds, time: Seconds): Phase {
  return due < time
    ? { tone: 'paused', text: `${left(time, due)} late` }
    : { tone: 'time', text: `in ${left(due, time)}` };
}

function deferredPhase(deferred: DeferredState): Phase {
  if (!deferred.called) return { tone: 'waiting', text: 'not fired' };
  if (deferred.unhandled) return { tone: 'failure', text: 'unhandled' };
  if (deferred.taken) return { tone: 'plain', text: 'result taken' };
  const { result } = deferred;
  if (result === null) return { tone: 'result', text: 'fired' };
  const text = shortRepr(result, 18);
  return { tone: result.is === 'failure' ? 'failure' : 'result', text };
}

function left(until: Seconds, time: Seconds): string {
  return formatDuration(Math.max(0, Math.round((until - time) * 1000) / 1000));
}
