import type { Json, JsonObject } from '#base/json.ts';
import { Deferred, type Canceller, type LinkFunction } from '#reactor/deferred.ts';
import { Failure } from '#reactor/failure.ts';

import { Boom, outcomeOf, type Outcome, type Row } from './program.ts';

/** An operation of the kind `deferred`. */
export type DeferredOperation =
  | readonly ['new', id: string, canceller: CancellerOf | null]
  | readonly ['add', id: string, label: string, callback: LinkAction, errback: LinkAction]
  | readonly ['fire', id: string, value: Json]
  | readonly ['fail', id: string, text: string]
  | readonly ['cancel' | 'pause' | 'unpause', id: string];

/** What a canceller does. */
export type CancellerOf =
  | readonly ['nothing']
  | readonly ['callback', value: Json]
  | readonly ['errback' | 'raise', text: string];

/** What a side of a link does, and gives on. */
export type LinkAction =
  | readonly ['pass']
  | readonly ['value', value: Json]
  | readonly ['raise' | 'failure', text: string]
  | readonly ['return', id: string]
  | readonly ['do', readonly DeferredOperation[]];

/** Runs a program of the kind `deferred`: Deferreds that fire, wait for, pause and cancel each other. */
export function runDeferredProgram(script: readonly DeferredOperation[]): Outcome {
  const deferreds = new Map<string, Deferred>();
  const rows: Row[] = [];

  const show = (value: unknown): Json => {
    if (value instanceof Deferred) {
      return `@${[...deferreds].find(([, other]) => other === value)?.[0] ?? '?'}`;
    }
    if (!(value instanceof Failure)) return value as Json;
    return `!${value.value instanceof Boom ? value.getErrorMessage() : value.typeName}`;
  };
  const act = (action: LinkAction, value: unknown): unknown => {
    switch (action[0]) {
      case 'pass':
        return value;
      case 'value':
        return action[1];
      case 'raise':
        throw new Boom(action[1]);
      case 'failure':
        return new Failure(new Boom(action[1]));
      case 'return':
        return deferreds.get(action[1]);
      case 'do':
        action[1].forEach(perform);
        return value;
    }
  };
  const side = (name: string, label: string, action: LinkAction): LinkFunction => {
    return (value) => {
      rows.push([name, label, show(value)]);
      return act(action, value);
    };
  };
  const canceller = (id: string, does: CancellerOf): Canceller => {
    return (deferred) => {
      rows.push(['canceller', id]);
      if (does[0] === 'callback') deferred.callback(does[1]);
      else if (does[0] === 'errback') deferred.errback(new Boom(does[1]));
      else if (does[0] === 'raise') throw new Boom(does[1]);
    };
  };
  const perform = (operation: DeferredOperation): void => {
    const [name, id] = operation;
    if (name === 'new') {
      const does = operation[2];
      deferreds.set(id, new Deferred(does === null ? null : canceller(id, does)));
      return;
    }
    const deferred = deferreds.get(id);
    if (deferred === undefined) return;
    if (name === 'add') {
      const [, , label, callback, errback] = operation;
      deferred.addCallbacks(side('cb', label, callback), side('eb', label, errback));
      return;
    }
    const outcome = outcomeOf(() => {
      if (name === 'fire') deferred.callback(operation[2]);
      else if (name === 'fail') deferred.errback(new Boom(operation[2]));
      else deferred[name]();
    });
    rows.push([name, id, outcome]);
  };
  const state = ({ called, paused, result, unhandled }: Deferred): Json => [
    called ? 1 : 0,
    paused,
    result === undefined ? '-' : show(result),
    unhandled ? 1 : 0,
  ];
  const states = (): JsonObject =>
    Object.fromEntries([...deferreds].map(([id, deferred]) => [id, state(deferred)]));

  for (const operation of script) {
    perform(operation);
    rows.push(['states', states()]);
  }
  return rows;
}
