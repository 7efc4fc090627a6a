import { expect, test } from 'vitest';

import { Deferred, type DeferredProbe } from '#reactor/deferred.ts';
import { Exception } from '#reactor/errors.ts';
import { fail } from '#reactor/maybeDeferred.ts';

import { createEventLog, show, type EventLog } from './eventLog.ts';

const error = new Exception('x');

/** A probe that logs all that it is told, with a name for each Deferred. */
function loggingProbe(log: EventLog, names: ReadonlyMap<Deferred, string>): DeferredProbe {
  const of = (deferred: Deferred): string => names.get(deferred) ?? '?';
  return {
    fired: (deferred, result) => log.note(`${of(deferred)} fired: ${show(result)}`),
    waits: (deferred, on) => log.note(`${of(deferred)} waits for ${of(on)}`),
    resumed: (deferred, from, result) =>
      log.note(`${of(deferred)} resumed by ${of(from)}: ${show(result)}`),
    taken: (deferred) => log.note(`${of(deferred)} taken`),
    marked: (deferred, unhandled) =>
      log.note(`${of(deferred)} ${unhandled ? 'unhandled' : 'handled'}`),
  };
}

test('U-2: a Deferred whose run ends with a failure is marked, until a link handles it', () => {
  const d = new Deferred();
  const marks = [d.unhandled];
  d.errback(error);
  marks.push(d.unhandled);
  d.addCallback(() => 'not for failures');
  marks.push(d.unhandled);
  d.addErrback(() => null);
  marks.push(d.unhandled);
  expect(marks).toEqual([false, true, true, false]);
});

test('U-2: a paused one is not marked before it has run', () => {
  const d = new Deferred();
  d.pause();
  d.errback(error);
  const marks = [d.unhandled];
  d.unpause();
  marks.push(d.unhandled);
  expect(marks).toEqual([false, true]);
});

test('U-2: a failure that is handed on takes its mark along', () => {
  const inner = fail(error);
  const outer = new Deferred().addCallback(() => inner);
  const marks = [[inner.unhandled, outer.unhandled]];
  outer.callback(0);
  marks.push([inner.unhandled, outer.unhandled]);
  outer.addErrback(() => null);
  marks.push([inner.unhandled, outer.unhandled]);
  expect(marks).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('a DeferredProbe is told of firing, waiting, handing on and marks, in order', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  const names = new Map([
    [inner, 'inner'],
    [outer, 'outer'],
  ]);
  inner.probe = loggingProbe(log, names);
  outer.probe = inner.probe;
  outer.addCallback(log.link('o', () => inner));
  outer.callback(0);
  inner.errback(error);
  outer.addErrback(log.link('e', () => null));
  expect(log.lines).toEqual([
    'outer fired: 0',
    'o(0)',
    'outer waits for inner',
    'inner fired: Exception: x',
    'inner taken',
    'outer resumed by inner: Exception: x',
    'outer unhandled',
    'e(Exception: x)',
    'outer handled',
  ]);
});

test('a DeferredProbe is told of a result that is there already, without a wait', () => {
  const log = createEventLog();
  const inner = fail(error);
  const outer = new Deferred();
  const names = new Map([
    [inner, 'inner'],
    [outer, 'outer'],
  ]);
  inner.probe = loggingProbe(log, names);
  outer.probe = inner.probe;
  outer.addCallback(() => inner).addErrback(() => 'done');
  outer.callback(0);
  expect(log.lines).toEqual([
    'outer fired: 0',
    'inner taken',
    'outer resumed by inner: Exception: x',
  ]);
});
