import { Deferred } from '#reactor/deferred.ts';
import { succeed } from '#reactor/maybeDeferred.ts';

import type { Done, Workload } from '../workload.ts';
import { nestedPromiseHops, promiseHops } from './promises.ts';

const LENGTH = 10;

const increment = (value: unknown): unknown => (value as number) + 1;

/** W4: a value through chains of 10 callbacks, `hops` in all. */
export function deferredChain(hops: number, promised: number): Workload {
  return {
    name: 'W4 Deferred, chains of 10 callbacks',
    unit: 'hops',
    measures: 'rate',
    place: 'node',
    contenders: [
      { name: 'Deferred', run: () => chains(hops) },
      { name: 'plain loop', run: () => plainLoop(hops) },
      promiseHops(promised),
      { name: 'Twisted', twisted: 'deferred', parameters: () => ({ hops: hops / 50 }) },
    ],
    goals: [{ of: 'Deferred', to: 'native promises', atLeast: 2 }],
    limits: [],
  };
}

/** W4s: `succeed` and a chain. */
export function deferredSucceed(hops: number, promised: number): Workload {
  return {
    name: 'W4s succeed, then 10 callbacks',
    unit: 'hops',
    measures: 'rate',
    place: 'node',
    contenders: [{ name: 'succeed', run: () => succeeded(hops) }, promiseHops(promised)],
    goals: [{ of: 'succeed', to: 'native promises', atLeast: 2 }],
    limits: [],
  };
}

/** W4n: callbacks that return a Deferred. */
export function deferredNested(hops: number, promised: number): Workload {
  return {
    name: 'W4n callbacks that return a Deferred',
    unit: 'hops',
    measures: 'rate',
    place: 'node',
    contenders: [
      { name: 'Deferred', run: () => nested(hops) },
      nestedPromiseHops(promised),
      { name: 'Twisted', twisted: 'nested', parameters: () => ({ hops: hops / 50 }) },
    ],
    goals: [{ of: 'Deferred', to: 'native promises', atLeast: 1 }],
    limits: [],
  };
}

/** W4p: chains that are paused and resumed. */
export function deferredPaused(hops: number): Workload {
  return {
    name: 'W4p chains paused and resumed',
    unit: 'hops',
    measures: 'rate',
    place: 'node',
    contenders: [
      { name: 'Deferred', run: () => paused(hops) },
      { name: 'not paused', run: () => chains(hops) },
    ],
    goals: [{ of: 'Deferred', to: 'not paused', atLeast: 0.5 }],
    limits: [],
  };
}

function plainLoop(hops: number): Done {
  let sum = 0;
  for (let chain = 0; chain < hops / LENGTH; chain += 1) {
    let value: unknown = chain;
    for (let link = 0; link < LENGTH; link += 1) value = increment(value);
    sum += (value as number) - chain;
  }
  return { operations: sum };
}

function chains(hops: number): Done {
  let sum = 0;
  for (let chain = 0; chain < hops / LENGTH; chain += 1) {
    const deferred = new Deferred();
    for (let link = 0; link < LENGTH; link += 1) deferred.addCallback(increment);
    deferred.callback(chain);
    sum += (deferred.result as number) - chain;
  }
  return { operations: sum, kept: new Deferred() };
}

function succeeded(hops: number): Done {
  let sum = 0;
  for (let chain = 0; chain < hops / LENGTH; chain += 1) {
    const deferred = succeed(chain);
    for (let link = 0; link < LENGTH; link += 1) deferred.addCallback(increment);
    sum += (deferred.result as number) - chain;
  }
  return { operations: sum, kept: new Deferred() };
}

function nested(hops: number): Done {
  let sum = 0;
  const wait = (value: unknown): Deferred => succeed((value as number) + 1);
  for (let chain = 0; chain < hops / LENGTH; chain += 1) {
    const deferred = new Deferred();
    for (let link = 0; link < LENGTH; link += 1) deferred.addCallback(wait);
    deferred.callback(chain);
    sum += (deferred.result as number) - chain;
  }
  return { operations: sum, kept: new Deferred() };
}

function paused(hops: number): Done {
  let sum = 0;
  for (let chain = 0; chain < hops / LENGTH; chain += 1) {
    const deferred = new Deferred();
    for (let link = 0; link < LENGTH; link += 1) deferred.addCallback(increment);
    deferred.pause();
    deferred.callback(chain);
    deferred.unpause();
    sum += (deferred.result as number) - chain;
  }
  return { operations: sum, kept: new Deferred() };
}
