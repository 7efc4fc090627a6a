import { expect, test } from 'vitest';

import type { Deferred } from '#reactor/deferred.ts';
import {
  AlreadyCalled,
  AlreadyCalledError,
  AlreadyCancelled,
  AssertionError,
  BaseException,
  CancelledError,
  Exception,
  ReactorAlreadyRunning,
  ReactorNotRestartable,
  ReactorNotRunning,
  RecursionError,
  RuntimeError,
  ValueError,
} from '#reactor/errors.ts';
import { Failure, toFailure } from '#reactor/failure.ts';
import { fail, maybeDeferred, succeed } from '#reactor/maybeDeferred.ts';

import { show, stateOf } from './eventLog.ts';

test('F-1: a Failure holds an exception, and tells its class and text', () => {
  const exception = new ValueError('m');
  const failure = new Failure(exception);
  expect([failure.value, failure.typeName, failure.getErrorMessage()]).toEqual([
    exception,
    'ValueError',
    'm',
  ]);
});

test('F-1: a Failure of a thrown value that is no exception shows the value', () => {
  const failures = ['text', 7, null].map((value) => new Failure(value));
  expect(failures.map((each) => [each.typeName, each.getErrorMessage()])).toEqual([
    ['str', 'text'],
    ['int', '7'],
    ['NoneType', 'null'],
  ]);
});

test('toFailure keeps a Failure and wraps all else', () => {
  const failure = new Failure(1);
  expect([toFailure(failure) === failure, toFailure(2)]).toEqual([true, new Failure(2)]);
});

test('every exception has its Python name, text and bases', () => {
  const exceptions = [
    new BaseException('b'),
    new Exception('e'),
    new AssertionError('a'),
    new ValueError('v'),
    new RuntimeError('r'),
    new RecursionError(),
    new AlreadyCalled(),
    new AlreadyCancelled(),
    new ReactorNotRunning(),
    new ReactorAlreadyRunning(),
    new ReactorNotRestartable(),
    new AlreadyCalledError(),
    new CancelledError(),
  ];
  const table = exceptions.map((each) => {
    const base = Object.getPrototypeOf(Object.getPrototypeOf(each)) as { constructor: Function };
    return `${each.name} < ${base.constructor.name}: ${each.message}`.trimEnd();
  });
  expect(table).toEqual([
    'BaseException < Error: b',
    'Exception < BaseException: e',
    'AssertionError < Exception: a',
    'ValueError < Exception: v',
    'RuntimeError < Exception: r',
    'RecursionError < RuntimeError: maximum recursion depth exceeded',
    'AlreadyCalled < ValueError: Tried to cancel an already-called event.',
    'AlreadyCancelled < ValueError: Tried to cancel an already-cancelled event.',
    "ReactorNotRunning < RuntimeError: Can't stop reactor that isn't running.",
    'ReactorAlreadyRunning < RuntimeError:',
    'ReactorNotRestartable < RuntimeError:',
    'AlreadyCalledError < Exception:',
    'CancelledError < Exception:',
  ]);
});

test('D-37: succeed and fail give Deferreds that have fired', () => {
  const fired = [succeed(1), succeed(undefined), fail(new ValueError('f'))];
  const states = fired.map(stateOf);
  fired[2]?.addErrback(() => null);
  expect(states).toEqual([
    'called, paused 0, 1',
    'called, paused 0, None',
    'called, paused 0, ValueError: f',
  ]);
});

test('D-37: maybeDeferred gives a Deferred of whatever comes of a function', () => {
  const inner = succeed('inner');
  const made: readonly Deferred[] = [
    maybeDeferred(() => 1),
    maybeDeferred(() => {
      throw new ValueError('boom');
    }),
    maybeDeferred(() => new Failure(new ValueError('f'))),
    maybeDeferred(() => inner),
  ];
  expect([made.map(({ result }) => show(result)), made[3] === inner]).toEqual([
    ['1', 'ValueError: boom', 'ValueError: f', 'inner'],
    true,
  ]);
});
