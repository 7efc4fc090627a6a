import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { AlreadyCalledError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { recordOrigins } from '#reactor/failureOrigin.ts';
import { succeed } from '#reactor/maybeDeferred.ts';

import { thrownBy } from './eventLog.ts';

function makeIt(): Deferred {
  return recordOrigins(new Deferred());
}

function fireIt(deferred: Deferred, failure?: Failure): void {
  if (failure === undefined) deferred.callback('v');
  else deferred.errback(failure);
}

function raise(): never {
  throw new ValueError('x');
}

/** The functions of this file that a stack names. */
function namesIn(stack: string | undefined): readonly string[] {
  return ['makeIt', 'fireIt'].filter((name) => stack?.includes(name) === true);
}

/** The failure that a Deferred ended with, handled. */
function failureOf(deferred: Deferred): Failure {
  const failure = deferred.result as Failure;
  deferred.addErrback(() => null);
  return failure;
}

test('a failure says which link of which Deferred threw it, and where that was made and fired', () => {
  const d = makeIt().addCallback(() => 'fine');
  d.addCallback(raise).addErrback((failure) => failure);
  fireIt(d);
  const { origin } = failureOf(d);
  expect([
    origin?.deferred === d,
    origin?.link,
    namesIn(origin?.creator),
    namesIn(origin?.invoker),
  ]).toEqual([true, raise, ['makeIt'], ['fireIt']]);
});

test('a failure that a Deferred was fired with comes from no link', () => {
  const d = makeIt();
  fireIt(d, new Failure(new ValueError('x')));
  const { origin } = failureOf(d);
  expect([origin?.deferred === d, origin?.link]).toEqual([true, null]);
});

test('a Failure that a link returns comes from that link', () => {
  const give = (): Failure => new Failure(new ValueError('given'));
  const d = makeIt().addCallback(give);
  fireIt(d);
  expect(failureOf(d).origin?.link).toBe(give);
});

test('a failure keeps its origin on its way through waits, and one raised anew has its own', () => {
  const inner = makeIt().addCallback(raise);
  const outer = recordOrigins(succeed(0)).addCallback(() => inner);
  const again = (failure: unknown): never => {
    throw (failure as Failure).value;
  };
  fireIt(inner);
  const first = outer.result as Failure;
  outer.addErrback(again);
  const second = failureOf(outer);
  expect([first.origin?.deferred === inner, first.origin?.link]).toEqual([true, raise]);
  expect([second.origin?.deferred === outer, second.origin?.link]).toEqual([true, again]);
});

test('a failure of a Deferred that was not asked has no origin', () => {
  const d = new Deferred().addCallback(raise);
  fireIt(d);
  expect(failureOf(d).origin).toBeNull();
});

test('firing again tells where the Deferred was made and first fired', () => {
  const d = makeIt();
  fireIt(d);
  let text = '';
  try {
    d.callback('again');
  } catch (thrown) {
    if (thrown instanceof AlreadyCalledError) text = thrown.message;
  }
  const [made = '', fired = ''] = text.split(' I: First Invoker was:');
  expect([
    made.startsWith('\n C: Deferred was created:\n C:'),
    namesIn(made),
    namesIn(fired),
  ]).toEqual([true, ['makeIt'], ['fireIt']]);
});

test('firing again tells nothing where nobody asked', () => {
  const d = succeed(1);
  expect(thrownBy(() => d.callback(2))).toBe('AlreadyCalledError');
});

test('a probe that the Deferred has is told as before', () => {
  const told: string[] = [];
  const d = new Deferred();
  d.probe = {
    fired: () => told.push('fired'),
    failed: () => told.push('failed'),
    refused: () => told.push('refused'),
    marked: (_, unhandled) => told.push(unhandled ? 'unhandled' : 'handled'),
  };
  recordOrigins(d).addCallback(raise);
  fireIt(d);
  thrownBy(() => fireIt(d));
  d.addErrback(() => null);
  expect(told).toEqual(['fired', 'failed', 'unhandled', 'refused', 'handled']);
});
