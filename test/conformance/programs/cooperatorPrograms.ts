import { Clock } from '#reactor/clock.ts';
import { Cooperator } from '#reactor/cooperator.ts';
import type { CooperativeTask } from '#reactor/cooperativeTask.ts';
import { Deferred } from '#reactor/deferred.ts';
import { Failure } from '#reactor/failure.ts';

import { Boom, outcomeOf, type Outcome, type Row } from './program.ts';

/** An operation of the kind `cooperator`. */
export type CooperatorOperation =
  | readonly ['tick' | 'stopAll']
  | readonly ['add', task: string, units: readonly Unit[]]
  | readonly ['pause' | 'resume' | 'stop', task: string]
  | readonly ['fire' | 'fail', deferred: string];

/** A unit of a task's work: it does operations, then yields a Deferred by name, or null, or raises. */
export interface Unit {
  readonly do: readonly CooperatorOperation[];
  readonly yield: string | null;
}

export interface CooperatorScript {
  /** How many units there are in a tick. */
  readonly per: number;
  readonly ops: readonly CooperatorOperation[];
}

/** Runs a program of the kind `cooperator`: one Cooperator, which ticks every second of a Clock. */
export function runCooperatorProgram({ per, ops }: CooperatorScript): Outcome {
  const clock = new Clock();
  const tasks = new Map<string, CooperativeTask>();
  const deferreds = new Map<string, Deferred>();
  const rows: Row[] = [];

  const cooperator = new Cooperator({
    terminationPredicateFactory: () => {
      let left = per;
      return () => {
        left -= 1;
        return left <= 0;
      };
    },
    scheduler: (tick) => clock.callLater(1, tick),
  });
  const deferredNamed = (name: string): Deferred => {
    const deferred = deferreds.get(name) ?? new Deferred();
    deferreds.set(name, deferred);
    return deferred;
  };
  function* work(name: string, units: readonly Unit[]): Generator<Deferred | null, void> {
    for (const [index, unit] of units.entries()) {
      rows.push(['unit', name, index]);
      unit.do.forEach(perform);
      if (unit.yield === 'raise') throw new Boom('unit');
      yield unit.yield === null ? null : deferredNamed(unit.yield);
    }
  }
  const add = (name: string, units: readonly Unit[]): void => {
    if (tasks.has(name)) return;
    // It can be named only when this has returned.
    const task = cooperator.cooperate(work(name, units));
    tasks.set(name, task);
    task.whenDone().addBoth((result) => {
      rows.push(['done', name, result instanceof Failure ? `!${result.typeName}` : 'ok']);
    });
  };
  const perform = (operation: CooperatorOperation): void => {
    switch (operation[0]) {
      case 'tick': {
        const outcome = outcomeOf(() => clock.advance(1));
        rows.push(['tick', outcome]);
        return;
      }
      case 'stopAll': {
        const outcome = outcomeOf(() => cooperator.stop());
        rows.push(['stopAll', outcome]);
        return;
      }
      case 'add': {
        const [, name, units] = operation;
        const outcome = outcomeOf(() => add(name, units));
        rows.push(['add', name, outcome]);
        return;
      }
      case 'fire':
      case 'fail': {
        const [what, name] = operation;
        const deferred = deferredNamed(name);
        if (deferred.called) return;
        const outcome = outcomeOf(() =>
          what === 'fire' ? deferred.callback(1) : deferred.errback(new Boom('d')),
        );
        rows.push([what, name, outcome]);
        return;
      }
      default: {
        const [what, name] = operation;
        const task = tasks.get(name);
        if (task === undefined) return;
        const outcome = outcomeOf(() => task[what]());
        rows.push([what, name, outcome]);
      }
    }
  };

  for (const operation of ops) {
    perform(operation);
    rows.push(['pending', clock.getDelayedCalls().length]);
  }
  return rows;
}
