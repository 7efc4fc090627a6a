import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { Exception } from '#reactor/errors.ts';
import { succeed } from '#reactor/maybeDeferred.ts';

import { createEventLog, stateOf } from './eventLog.ts';
import { rowOfWaits } from './rowOfWaits.ts';

test('D-12: a returned Deferred that has a result gives it away at once, and has None then', () => {
  const log = createEventLog();
  const inner = succeed('in').addCallback(log.link('i1', () => 'i1'));
  const outer = new Deferred();
  outer.addCallback(log.link('o1', () => inner)).addCallback(log.link('o2'));
  outer.callback('go');
  inner.addCallback(log.link('i2'));
  expect([...log.lines, stateOf(outer), stateOf(inner)]).toEqual([
    'i1(in)',
    'o1(go)',
    'o2(i1)',
    'i2(None)',
    'called, paused 0, i1',
    'called, paused 0, None',
  ]);
});

test('D-13: without a result it is waited for; its links run before and after by when they were added', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  inner.addCallback(log.link('i1'));
  outer.addCallback(log.link('o1', () => inner)).addCallback(log.link('o2', () => 'O2'));
  outer.callback('go');
  log.note(stateOf(outer));
  inner.addCallback(log.link('i2', () => 'I2'));
  outer.addCallback(log.link('o3'));
  inner.callback('in');
  expect([...log.lines, stateOf(outer), stateOf(inner)]).toEqual([
    'o1(go)',
    'called, paused 1, Deferred',
    'i1(in)',
    'o2(in)',
    'o3(O2)',
    'i2(None)',
    'called, paused 0, O2',
    'called, paused 0, I2',
  ]);
});

test('D-14: waits nest: late links run from the outermost to the innermost', () => {
  const log = createEventLog();
  const [a, b, c] = [new Deferred(), new Deferred(), new Deferred()];
  a.addCallback(() => b).addCallback(log.link('a2'));
  b.addCallback(() => c).addCallback(log.link('b2'));
  c.addCallback(log.link('c2'));
  a.callback('a');
  b.callback('b');
  a.addCallback(log.link('a3'));
  b.addCallback(log.link('b3'));
  c.addCallback(log.link('c3'));
  c.callback('c');
  expect(log.lines).toEqual(['c2(c)', 'b2(c)', 'a2(c)', 'a3(c)', 'b3(None)', 'c3(None)']);
});

test('D-15: a failure moves to the outer Deferred, and the inner one is clean', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  outer.addCallback(() => inner);
  outer.callback(0);
  inner.errback(new Exception('v'));
  const marks = [inner.unhandled, outer.unhandled];
  inner.addBoth(log.link('i'));
  outer.addErrback(log.link('e', () => null));
  expect([marks, log.lines, outer.unhandled]).toEqual([
    [false, true],
    ['i(None)', 'e(Exception: v)'],
    false,
  ]);
});

test('D-16: of two that wait for one Deferred the first gets the result, the second None', () => {
  const log = createEventLog();
  const inner = new Deferred();
  const waiting = ['o1', 'o2', 'o3'].map((name) => {
    const outer = new Deferred().addCallback(() => inner).addCallback(log.link(name));
    return outer;
  });
  waiting[0]?.callback(0);
  waiting[1]?.callback(0);
  inner.callback('x');
  waiting[2]?.callback(0);
  expect(log.lines).toEqual(['o1(x)', 'o2(None)', 'o3(None)']);
});

test('D-17: one that is inside a link gives what it had before, and goes on with the link’s value', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  outer.addCallback(log.link('o1', () => inner)).addCallback(log.link('o2'));
  const i1 = log.link('i1', () => {
    outer.callback('go');
    return 'I1';
  });
  inner.addCallback(i1).addCallback(log.link('i2'));
  inner.callback('start');
  expect([...log.lines, stateOf(outer)]).toEqual([
    'i1(start)',
    'o1(go)',
    'o2(start)',
    'i2(I1)',
    'called, paused 0, start',
  ]);
});

test('D-18: a Deferred that its own link returns waits for ever, as do two that wait for each other', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.addCallback(() => d).addCallback(log.link('never'));
  d.callback(1);
  const [a, b] = [new Deferred(), new Deferred()];
  a.addCallback(() => b);
  b.addCallback(() => a);
  a.callback(1);
  b.callback(1);
  expect([log.lines, d.result === d, d.paused, a.paused, b.paused]).toEqual([[], true, 1, 1, 1]);
});

test('D-10: a waiting Deferred whose link pauses the inner one holds up its later links', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  const o = log.link('o', () => inner.pause());
  outer.addCallback(() => inner).addCallback(o);
  outer.addCallback(log.link('o2'));
  outer.callback(0);
  inner.addCallback(log.link('t'));
  inner.callback('x');
  log.note(stateOf(inner));
  inner.unpause();
  expect(log.lines).toEqual(['o(x)', 'o2(None)', 'called, paused 1, None', 't(None)']);
});

test('D-10: an outer one can wait for the same inner one again, and takes what it has then', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  const o = log.link('o', () => {
    inner.addCallback(log.link('late', () => 'I'));
    return inner;
  });
  outer.addCallback(() => inner).addCallback(o);
  outer.addCallback(log.link('o2'));
  outer.callback(0);
  inner.callback('x');
  expect([...log.lines, stateOf(inner), stateOf(outer)]).toEqual([
    'o(x)',
    'late(None)',
    'o2(I)',
    'called, paused 0, None',
    'called, paused 0, I',
  ]);
});

test('D-22: 100 000 Deferreds that wait for each other in a row need no stack', () => {
  const row = rowOfWaits(100_000);
  row.at(-1)?.callback('from the end');
  expect([row[0], row[50_000], row.at(-1)].map((d) => d?.result)).toEqual([
    'from the end',
    null,
    null,
  ]);
});

test('D-22: nor do 100 000 links that each return a fired Deferred', () => {
  const d = new Deferred();
  for (let link = 0; link < 100_000; link += 1) d.addCallback((v) => succeed(Number(v) + 1));
  d.callback(0);
  expect(d.result).toBe(100_000);
});
