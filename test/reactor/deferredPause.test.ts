import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { fromCoroutine } from '#reactor/inlineCallbacks.ts';

import { createEventLog, show, stateOf } from './eventLog.ts';

test('D-19: pause and unpause count; the links run where the count comes to zero', () => {
  const log = createEventLog();
  const d = new Deferred().addCallback(log.link('a'));
  d.pause();
  d.pause();
  d.callback(1);
  log.note(stateOf(d));
  d.unpause();
  log.note('one unpause');
  d.unpause();
  expect(log.lines).toEqual(['called, paused 2, 1', 'one unpause', 'a(1)']);
});

test('D-19: one unpause too many stops it until a pause, and then until something starts it', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.callback(1);
  d.unpause();
  log.note(stateOf(d));
  d.addCallback(log.link('b'));
  log.note('b is added');
  d.pause();
  log.note('pause');
  d.addCallback(log.link('c'));
  expect(log.lines).toEqual(['called, paused -1, 1', 'b is added', 'pause', 'b(1)', 'c(1)']);
});

test('D-20: a pause in a link does not stop the links that are there', () => {
  const log = createEventLog();
  const d = new Deferred();
  const a = log.link('a', (v) => {
    d.pause();
    d.addCallback(log.link('x'));
    return v;
  });
  d.addCallback(a).addCallback(log.link('b'));
  d.callback(1);
  d.addCallback(log.link('c'));
  log.note('unpause');
  d.unpause();
  expect(log.lines).toEqual(['a(1)', 'b(1)', 'x(1)', 'unpause', 'c(1)']);
});

test('D-21: an outer one that is paused takes the result, and the inner one’s later links wait', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  outer.addCallback(() => inner).addCallback(log.link('o'));
  outer.callback(0);
  outer.pause();
  inner.addCallback(log.link('t'));
  inner.callback('x');
  log.note(`outer ${stateOf(outer)}`);
  log.note(`inner ${stateOf(inner)}`);
  outer.unpause();
  log.note('unpaused');
  inner.addCallback(log.link('u'));
  expect(log.lines).toEqual([
    'outer called, paused 1, x',
    'inner called, paused 0, None',
    'o(x)',
    'unpaused',
    't(None)',
    'u(None)',
  ]);
});

test('D-10: one that is returned while paused is waited for, though it has a result', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  inner.pause();
  inner.callback('x');
  outer.addCallback(() => inner).addCallback(log.link('o'));
  outer.callback(0);
  log.note('unpause');
  inner.unpause();
  expect(log.lines).toEqual(['unpause', 'o(x)']);
});

test('I-12: an await goes on where a link has paused what it awaits', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.addCallback(
    log.link('pauses', (result) => {
      d.pause();
      return result;
    }),
  );
  fromCoroutine(
    (function* () {
      log.note(`goes on with ${show(yield d)}`);
    })(),
  );
  d.callback('value');
  expect([log.lines, stateOf(d)]).toEqual([
    ['pauses(value)', 'goes on with value'],
    'called, paused 1, None',
  ]);
});
