import { expect, test } from 'vitest';

import { firstDifference } from './firstDifference.ts';
import { KINDS, type Kind, type Scripts } from './kinds.ts';
import type { Outcome } from './programs/program.ts';
import { runTiesProgram } from './programs/tiesPrograms.ts';
import { recordedPrograms } from './recordedPrograms.ts';

test('the port runs 300 clock programs as Twisted did (T-1 to T-23)', () => {
  expect(replay('clock', KINDS.clock.run)).toBe('300 programs without a difference');
});

test('the port runs 300 reactor programs as Twisted did (R-1 to R-11, R-15)', () => {
  expect(replay('reactor', KINDS.reactor.run)).toBe('300 programs without a difference');
});

test('the port runs 300 programs full of equal times as Twisted did (O-1, K-8)', () => {
  expect(replay('ties', KINDS.ties.run)).toBe('300 programs without a difference');
});

test('a resolution of a nanosecond changes nothing about equal times (O-1)', () => {
  const run = (script: Scripts['ties']): Outcome => runTiesProgram(script, 1e-9);
  expect(replay('ties', run)).toBe('300 programs without a difference');
});

test('the port runs 900 Deferred programs as Twisted did (D-1 to D-36, L-1 to L-12)', () => {
  expect(replay('deferred', KINDS.deferred.run)).toBe('900 programs without a difference');
});

test('the port runs 300 programs with locks and queues as Twisted did (P-1 to P-10)', () => {
  expect(replay('primitives', KINDS.primitives.run)).toBe('300 programs without a difference');
});

// The last one is the smallest form of a program in which the port once differed.
test('the port runs 301 programs with coroutines as Twisted did (I-1 to I-13, P-11)', () => {
  expect(replay('coroutine', KINDS.coroutine.run)).toBe('301 programs without a difference');
});

test('the port runs 300 LoopingCall programs as Twisted did (K-1 to K-16)', () => {
  expect(replay('looping', KINDS.looping.run)).toBe('300 programs without a difference');
});

test('the port runs 300 Cooperator programs as Twisted did (C-1 to C-16)', () => {
  expect(replay('cooperator', KINDS.cooperator.run)).toBe('300 programs without a difference');
});

/** Runs all recorded programs of a kind; tells the first difference. */
function replay<K extends Kind>(kind: K, run: (script: Scripts[K]) => Outcome): string {
  const programs = recordedPrograms(kind);
  for (const { id, script, trace } of programs) {
    const difference = firstDifference(script, trace, run(script));
    if (difference !== null) return `${id}: ${difference}`;
  }
  return `${programs.length} programs without a difference`;
}
