import type { Contender } from '../workload.ts';

const LENGTH = 10;

const increment = (value: number): number => value + 1;

/** Native promises on the same task: a value through chains of 10 `then`. */
export function promiseHops(hops: number): Contender {
  return {
    name: 'native promises',
    run: async () => {
      let sum = 0;
      for (let chain = 0; chain < hops / LENGTH; chain += 1) {
        let promise = Promise.resolve(chain);
        for (let link = 0; link < LENGTH; link += 1) promise = promise.then(increment);
        sum += (await promise) - chain;
      }
      return { operations: sum };
    },
  };
}

/** The same with functions that return a promise. */
export function nestedPromiseHops(hops: number): Contender {
  const wait = (value: number): Promise<number> => Promise.resolve(value + 1);
  return {
    name: 'native promises',
    run: async () => {
      let sum = 0;
      for (let chain = 0; chain < hops / LENGTH; chain += 1) {
        let promise = Promise.resolve(chain);
        for (let link = 0; link < LENGTH; link += 1) promise = promise.then(wait);
        sum += (await promise) - chain;
      }
      return { operations: sum };
    },
  };
}
