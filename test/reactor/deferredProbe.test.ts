import { expect, test } from 'vitest';

import { Deferred, type DeferredProbe } from '#reactor/deferred.ts';
import { DeferredList } from '#reactor/deferredList.ts';

import { createEventLog, show, type EventLog } from './eventLog.ts';

/** A probe that logs additions, runs of links, pauses and cancels. */
function loggingProbe(log: EventLog, nameOf: (deferred: Deferred) => string): DeferredProbe {
  return {
    added: (d, callback, errback) =>
      log.note(`${nameOf(d)} adds ${callback?.name ?? '-'}, ${errback?.name ?? '-'}`),
    ran: (d, side, result) => log.note(`${nameOf(d)} ran ${side.name}: ${show(result)}`),
    waits: (d, on) => log.note(`${nameOf(d)} waits for ${nameOf(on)}`),
    pauses: (d, paused) => log.note(`${nameOf(d)} paused ${paused}`),
    cancelled: (d, on) =>
      log.note(`${nameOf(d)} cancelled${on === null ? '' : ` by ${nameOf(on)}`}`),
    fired: (d, result) => log.note(`${nameOf(d)} fired: ${show(result)}`),
    forgiven: (d) => log.note(`${nameOf(d)} forgiven`),
    refused: (d) => log.note(`${nameOf(d)} refused`),
  };
}

test('a DeferredProbe is told of links, of what they give, and of pauses (D-2, D-19)', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.probe = loggingProbe(log, () => 'd');
  const half = (value: unknown): number => Number(value) / 2;
  const mend = (): string => 'mended';
  d.addCallbacks(half, mend);
  d.pause();
  d.callback(4);
  d.addErrback(mend);
  d.unpause();
  d.addBoth(mend);
  expect(log.lines).toEqual([
    'd adds half, mend',
    'd paused 1',
    'd fired: 4',
    'd adds -, mend',
    'd paused 0',
    'd ran half: 2',
    'd adds mend, mend',
    'd ran mend: mended',
  ]);
});

test('a DeferredProbe is told where a cancel goes, and of the late result that it lets pass (D-24, D-28)', () => {
  const log = createEventLog();
  const [inner, outer] = [new Deferred(), new Deferred()];
  const nameOf = (deferred: Deferred): string => (deferred === inner ? 'inner' : 'outer');
  inner.probe = loggingProbe(log, nameOf);
  outer.probe = inner.probe;
  outer.callback(1);
  outer.addCallback(function give() {
    return inner;
  });
  outer.cancel();
  outer.cancel();
  inner.callback(2);
  expect(() => inner.callback(3)).toThrow();
  expect(log.lines).toEqual([
    'outer fired: 1',
    'outer adds give, -',
    'outer ran give: Deferred',
    'outer waits for inner',
    'outer cancelled by inner',
    'inner cancelled',
    'inner fired: CancelledError',
    'inner forgiven',
    'inner refused',
  ]);
});

test('a list is told of as cancelled before its elements are (L-10)', () => {
  const log = createEventLog();
  const element = new Deferred();
  const list = new DeferredList([element], { consumeErrors: true });
  list.probe = loggingProbe(log, () => 'list');
  element.probe = {
    cancelled: () => log.note('element cancelled'),
  };
  list.cancel();
  list.cancel();
  expect(log.lines).toEqual(['list cancelled', 'element cancelled', 'list fired: object']);
});
