import { Clock } from '#reactor/clock.ts';
import { Deferred, type LinkFunction } from '#reactor/deferred.ts';
import { DeferredSemaphore } from '#reactor/deferredLock.ts';
import { Reactor } from '#reactor/reactor.ts';
import type { Instance } from '#simulator/instance.ts';
import type { LiveProgram } from '#simulator/simulation.ts';
import { toTraceValue } from '#simulator/toTraceValue.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import type { RunState } from '#trace/runState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/** Facts of a program by name, each as a text that can be compared. */
export type Facts = ReadonlyMap<string, string>;

/** Reads the facts of a running program from its objects alone. */
export interface LiveReader {
  read(): Facts;
  /** What was so for a moment since the last call: the results that links gave, and that others then took. */
  takePassing(): ReadonlyMap<string, readonly string[]>;
}

/**
 * Watches a program from its begin: which instances there are, and which links of theirs have run,
 * is told by the objects themselves.
 */
export function createLiveReader(live: LiveProgram): LiveReader {
  const instances = new Set<Instance>();
  const linkOf = new Map<LinkFunction, number>();
  const places = new Map<Deferred, number>();
  const sides = new Map<Instance, number>();
  const { recordsItself, adopt } = live.owners;
  let passing = new Map<string, string[]>();

  Object.assign(live.owners, {
    recordsItself(side: LinkFunction): void {
      const newest = [...instances].findLast((instance) => instance.starting);
      const made = newest === undefined ? 0 : (sides.get(newest) ?? 0);
      if (newest !== undefined) sides.set(newest, made + 1);
      linkOf.set(side, Math.floor(made / 2));
      recordsItself(side);
    },
    adopt(instance: Instance, deferred: Deferred): void {
      adopt(instance, deferred);
      const { probe } = deferred;
      deferred.probe = {
        ...probe,
        ran(ran, side, result) {
          const link = linkOf.get(side);
          if (link !== undefined) places.set(ran, link + 1);
          if (!(result instanceof Deferred)) {
            const fact = `${name(instance)} result`;
            passing.set(fact, [...(passing.get(fact) ?? []), text(toTraceValue(result))]);
          }
          probe?.ran?.(ran, side, result);
        },
      };
    },
  });

  return {
    takePassing() {
      const taken = passing;
      passing = new Map();
      return taken;
    },
    read() {
      for (const { newest } of live.runtimes) if (newest !== null) instances.add(newest);
      const facts = new Map<string, string>();
      for (const instance of instances) readInstance(facts, live, instance, places);
      for (const { index, lock, queue, loop, newest } of live.runtimes) {
        if (lock !== null) {
          const free =
            lock instanceof DeferredSemaphore ? lock.tokens : +!Reflect.get(lock, 'locked');
          facts.set(`${index} free`, text(free));
          facts.set(
            `${index} waiting`,
            text(lock.waiting.map((waiting) => ownerOf(live, waiting))),
          );
        }
        if (queue !== null) {
          facts.set(`${index} stored`, text(queue.pending.map(toTraceValue)));
          facts.set(
            `${index} waiting`,
            text(queue.waiting.map((waiting) => ownerOf(live, waiting))),
          );
        }
        if (loop !== null && newest !== null) {
          facts.set(`${name(newest)} loop running`, text(loop.running));
        }
      }
      facts.set('pending', text(pendingTimes(live)));
      if (live.pool !== null) {
        facts.set('workers busy', text(live.pool.working));
        facts.set('jobs queued', text(live.pool.queued));
      }
      return facts;
    },
  };
}

function readInstance(
  facts: Map<string, string>,
  live: LiveProgram,
  instance: Instance,
  places: ReadonlyMap<Deferred, number>,
): void {
  const { call, deferred, task } = instance;
  const of = name(instance);
  facts.set(`${of} due`, text(call?.active() === true ? call.getTime() : null));
  facts.set(`${of} task pauses`, text(task?.pauseCount ?? 0));
  const result = deferred?.result;
  const waits = result instanceof Deferred;
  facts.set(`${of} called`, text(deferred?.called ?? false));
  facts.set(`${of} unhandled`, text(deferred?.unhandled ?? false));
  facts.set(`${of} place`, text(deferred === null ? 0 : (places.get(deferred) ?? 0)));
  facts.set(`${of} result`, text(waits || result === undefined ? null : toTraceValue(result)));
  facts.set(`${of} waits on`, text(waits ? (ownerOf(live, result) ?? ref(instance)) : null));
}

/** The same facts as a fold of the trace tells them. */
export function factsOfState({ nodes }: TraceHeader, state: RunState, knowsPool: boolean): Facts {
  const facts = new Map<string, string>();
  for (const instance of state.instances()) readState(facts, state, instance);
  nodes.forEach((_, node) => {
    const semaphore = state.semaphore(node);
    const queue = state.queue(node);
    if (semaphore !== null) facts.set(`${node} free`, text(semaphore.free));
    if (queue !== null) facts.set(`${node} stored`, text(queue.stored));
    const waiting = (semaphore ?? queue)?.waiting;
    if (waiting !== undefined) facts.set(`${node} waiting`, text(waiting.map(ref)));
  });
  facts.set('pending', text(state.pendingCalls().map(({ due }) => due)));
  if (knowsPool) {
    facts.set('workers busy', text(state.pool.workers.size));
    facts.set('jobs queued', text(state.pool.queued.length));
  }
  return facts;
}

/** Of an instance with several pending calls. */
export const SEVERAL = 'several';

function readState(facts: Map<string, string>, state: RunState, instance: InstanceState): void {
  const { due, deferred, task, loop } = instance;
  const of = name(instance);
  facts.set(`${of} due`, instance.furtherDues.length === 0 ? text(due) : SEVERAL);
  if (task !== null) facts.set(`${of} task pauses`, text(task.pauses));
  if (loop !== null && state.newest(instance.node) === instance) {
    facts.set(`${of} loop running`, text(loop.running));
  }
  if (deferred === null) return;
  facts.set(`${of} called`, text(deferred.called));
  facts.set(`${of} unhandled`, text(deferred.unhandled));
  facts.set(`${of} place`, text(deferred.place));
  facts.set(`${of} result`, text(deferred.result));
  facts.set(`${of} waits on`, text(deferred.waitsOn === null ? null : ref(deferred.waitsOn)));
}

function pendingTimes({ driver }: LiveProgram): readonly number[] {
  const { clock } = driver;
  if (!(clock instanceof Reactor) && !(clock instanceof Clock))
    throw new Error('An unknown clock.');
  const times = clock.getDelayedCalls().map((call) => call.getTime());
  return times.sort((a, b) => a - b);
}

function ownerOf({ owners }: LiveProgram, deferred: Deferred): InstanceRef | null {
  const owner = owners.ownerOf(deferred);
  return owner === null ? null : ref(owner);
}

function ref({ node, instance }: InstanceRef): InstanceRef {
  return { node, instance };
}

function name({ node, instance }: InstanceRef): string {
  return `${node}#${instance}`;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
