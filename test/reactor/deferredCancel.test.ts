import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { CancelledError, Exception } from '#reactor/errors.ts';

import { createEventLog, stateOf, thrownBy } from './eventLog.ts';
import { rowOfWaits } from './rowOfWaits.ts';

test('D-24: without a canceller, one late result is swallowed and the next is refused', () => {
  const log = createEventLog();
  const [d, f] = [new Deferred(), new Deferred()];
  d.addErrback(log.link('e', () => 'done'));
  f.addErrback(log.link('f', () => 'done'));
  d.cancel();
  f.cancel();
  const tries = [
    thrownBy(() => d.callback(1)),
    thrownBy(() => d.callback(2)),
    thrownBy(() => f.errback('x')),
    thrownBy(() => f.callback(2)),
  ];
  expect([log.lines, tries, stateOf(d)]).toEqual([
    ['e(CancelledError)', 'f(CancelledError)'],
    ['nothing', 'AlreadyCalledError', 'nothing', 'AlreadyCalledError'],
    'called, paused 0, done',
  ]);
});

test('D-25, D-26: a canceller gets the Deferred, and with one no late result is swallowed', () => {
  const log = createEventLog();
  const d: Deferred = new Deferred((given) => log.note(given === d ? 'itself' : 'another'));
  d.addErrback(log.link('e', () => 'done'));
  d.cancel();
  log.note(thrownBy(() => d.callback(1)));
  expect(log.lines).toEqual(['itself', 'e(CancelledError)', 'AlreadyCalledError']);
});

test('D-25: the result that a canceller gives stands', () => {
  const log = createEventLog();
  const d = new Deferred((given) => given.callback('partial')).addBoth(log.link('d'));
  const e = new Deferred((given) => given.errback(new Exception('c'))).addBoth(log.link('e'));
  d.cancel();
  e.cancel();
  log.note(thrownBy(() => d.callback(1)));
  expect(log.lines).toEqual(['d(partial)', 'e(Exception: c)', 'AlreadyCalledError']);
});

test('D-27: what a canceller raises reaches the caller, and the Deferred stays unfired', () => {
  const log = createEventLog();
  const d = new Deferred(() => {
    throw new Exception('r');
  });
  d.addBoth(log.link('b'));
  log.note(thrownBy(() => d.cancel()));
  log.note(stateOf(d));
  d.callback(1);
  expect(log.lines).toEqual(['Exception: r', 'not called, paused 0, no result', 'b(1)']);
});

test('D-28: of a row of waits only the innermost is cancelled, and the failure travels outwards', () => {
  const log = createEventLog();
  const canceller = (name: string) => (): void => log.note(`canceller of ${name}`);
  const inner = new Deferred(canceller('inner')).addErrback(log.link('i'));
  const mid = new Deferred(canceller('mid')).addCallback(() => inner).addErrback(log.link('m'));
  const outer = new Deferred(canceller('outer')).addCallback(() => mid);
  outer.addErrback(log.link('o', () => 'recovered')).addCallback(log.link('o2'));
  mid.callback(0);
  outer.callback(0);
  outer.cancel();
  expect([...log.lines, stateOf(mid), stateOf(inner)]).toEqual([
    'canceller of inner',
    'i(CancelledError)',
    'm(CancelledError)',
    'o(CancelledError)',
    'o2(recovered)',
    'called, paused 0, None',
    'called, paused 0, None',
  ]);
});

test('D-24, D-28: a late result of an innermost one without a canceller is swallowed once', () => {
  const inner = new Deferred();
  const outer = new Deferred().addCallback(() => inner).addErrback(() => 'r');
  outer.callback(0);
  outer.cancel();
  const tries = [() => inner.callback(1), () => inner.callback(1), () => outer.callback(1)];
  expect([...tries.map(thrownBy), stateOf(outer)]).toEqual([
    'nothing',
    'AlreadyCalledError',
    'AlreadyCalledError',
    'called, paused 0, r',
  ]);
});

test('D-28: a waiting one that was unpaused by hand and went on passes no cancel on', () => {
  const inner = new Deferred();
  const outer = new Deferred().addCallback(() => inner);
  outer.callback(0);
  outer.unpause();
  outer.addCallback(() => 'went on');
  outer.cancel();
  expect([stateOf(outer), stateOf(inner)]).toEqual([
    'called, paused 0, went on',
    'not called, paused 0, no result',
  ]);
});

test('D-29: cancel does nothing after firing, a second time, and inside a link', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.callback(1);
  d.cancel();
  const e = new Deferred(() => log.note('canceller')).addErrback(log.link('e', () => null));
  e.cancel();
  e.cancel();
  const f = new Deferred();
  const cancels = log.link('f1', () => f.cancel());
  f.addCallback(cancels).addCallback(log.link('f2'));
  f.callback(1);
  expect([stateOf(d), ...log.lines]).toEqual([
    'called, paused 0, 1',
    'canceller',
    'e(CancelledError)',
    'f1(1)',
    'f2(None)',
  ]);
});

test('D-29: cancelling a paused one fires it, and its links run at the unpause', () => {
  const log = createEventLog();
  const d = new Deferred().addErrback(log.link('e', () => null));
  d.pause();
  d.cancel();
  log.note(stateOf(d));
  d.unpause();
  expect(log.lines).toEqual(['called, paused 1, CancelledError', 'e(CancelledError)']);
});

test('D-18: cancelling Deferreds that wait in a circle raises RecursionError', () => {
  const [own, a, b] = [new Deferred(), new Deferred(), new Deferred()];
  own.addCallback(() => own);
  a.addCallback(() => b);
  b.addCallback(() => a);
  for (const each of [own, a, b]) each.callback(0);
  const thrown = [own, a, b].map((each) => thrownBy(() => each.cancel()));
  const error = 'RecursionError: maximum recursion depth exceeded';
  expect(thrown).toEqual([error, error, error]);
});

test('D-28: a cancel reaches the end of a row of 100 000 waits', () => {
  const row = rowOfWaits(100_000);
  row[0]?.addErrback(() => 'given up');
  row[0]?.cancel();
  expect([row[0]?.result, row.at(-1)?.called]).toEqual(['given up', true]);
});

test('D-30: a CancelledError has no text', () => {
  const error = new CancelledError();
  expect([error.name, error.message, error instanceof Exception]).toEqual([
    'CancelledError',
    '',
    true,
  ]);
});
