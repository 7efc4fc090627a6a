import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { Exception } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';

import { createEventLog, stateOf, thrownBy } from './eventLog.ts';

const raise = (text: string) => (): never => {
  throw new Exception(text);
};

test('D-1, D-8: values and failures go down their own rails', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.addCallback(log.link('a', (v) => Number(v) + 1));
  d.addCallback(log.link('b', raise('b')));
  d.addCallback(log.link('c'));
  d.addErrback(log.link('e', () => 'fixed'));
  d.addErrback(log.link('f'));
  d.addCallback(log.link('g'));
  d.addBoth(log.link('h', () => undefined));
  d.callback(1);
  expect([...log.lines, stateOf(d)]).toEqual([
    'a(1)',
    'b(2)',
    'e(Exception: b)',
    'g(fixed)',
    'h(fixed)',
    'called, paused 0, None',
  ]);
});

test('D-1: a missing side of a pair passes the result on', () => {
  const log = createEventLog();
  const [d, e] = [new Deferred(), new Deferred()];
  d.addCallbacks(log.link('a')).addCallbacks(null, log.link('b')).addCallback(log.link('c'));
  e.addCallbacks(log.link('a')).addCallbacks(null, log.link('b')).addCallback(log.link('c'));
  d.callback('v');
  e.errback(new Exception('x'));
  expect(log.lines).toEqual(['a(v)', 'c(v)', 'b(Exception: x)']);
});

test('D-2: a link added to a fired Deferred runs at once, and add gives the Deferred back', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.callback('v');
  const same = d.addCallback(log.link('a', () => 'w')) === d;
  log.note(same ? 'the same' : 'another');
  d.addCallback(log.link('b', () => undefined));
  d.addCallback(log.link('c'));
  expect(log.lines).toEqual(['a(v)', 'the same', 'b(w)', 'c(None)']);
});

test('D-4: callback with a Failure takes the errback side, and undefined is None', () => {
  const log = createEventLog();
  const [d, e] = [new Deferred(), new Deferred()];
  d.addCallbacks(
    log.link('cb'),
    log.link('eb', () => null),
  ).callback(new Failure(new Exception('x')));
  e.addCallback(log.link('cb')).callback(undefined);
  expect(log.lines).toEqual(['eb(Exception: x)', 'cb(None)']);
});

test('D-5: errback uses a Failure as it is, and wraps everything else', () => {
  const failure = new Failure(new Exception('x'));
  const exception = new Exception('y');
  const [d, e, f] = [new Deferred(), new Deferred(), new Deferred()];
  d.errback(failure);
  e.errback(exception);
  f.errback('text');
  const wrapped = [e, f].map(({ result }) => (result instanceof Failure ? result.value : null));
  expect([d.result === failure, wrapped[0] === exception, wrapped[1]]).toEqual([
    true,
    true,
    'text',
  ]);
});

test('D-6: firing twice raises AlreadyCalledError, in any combination and inside a link', () => {
  const [d, e, f] = [new Deferred(), new Deferred(), new Deferred()];
  const tries: string[] = [];
  d.callback(1);
  tries.push(
    thrownBy(() => d.callback(2)),
    thrownBy(() => d.errback('x')),
  );
  e.addErrback(() => null).errback(new Exception('x'));
  tries.push(
    thrownBy(() => e.callback(3)),
    thrownBy(() => e.errback('x')),
  );
  f.addCallback((v) => {
    tries.push(thrownBy(() => f.callback(v)));
  });
  f.callback(4);
  expect([...tries, stateOf(d)]).toEqual([
    'AlreadyCalledError',
    'AlreadyCalledError',
    'AlreadyCalledError',
    'AlreadyCalledError',
    'AlreadyCalledError',
    'called, paused 0, 1',
  ]);
});

test('D-7: a Deferred that is fired in a link of another runs nested, depth first', () => {
  const log = createEventLog();
  const [a, b] = [new Deferred(), new Deferred()];
  b.addCallback(log.link('b1')).addCallback(log.link('b2'));
  const fireB = log.link('a1', (v) => {
    b.callback('B');
    log.note('a1 ends');
    return v;
  });
  a.addCallback(fireB).addCallback(log.link('a2'));
  a.callback('A');
  expect(log.lines).toEqual(['a1(A)', 'b1(B)', 'b2(B)', 'a1 ends', 'a2(A)']);
});

test('D-8: a returned Failure is on the failure rail, and an errback can raise another', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.addCallback(log.link('a', () => new Failure(new Exception('k'))));
  d.addErrback(log.link('e1', raise('t')));
  d.addErrback(log.link('e2'));
  d.addErrback(log.link('e3', () => 'ok'));
  d.addCallback(log.link('c'));
  d.callback(0);
  expect(log.lines).toEqual([
    'a(0)',
    'e1(Exception: k)',
    'e2(Exception: t)',
    'e3(Exception: t)',
    'c(ok)',
  ]);
});

test('D-8: an error that is no Exception becomes a failure too, and nothing leaves callback', () => {
  const log = createEventLog();
  const d = new Deferred();
  const overflow = (): never => {
    throw new RangeError('r');
  };
  d.addCallback(overflow).addErrback(log.link('e', () => null));
  log.note(thrownBy(() => d.callback(1)));
  expect(log.lines).toEqual(['e(RangeError: r)', 'nothing']);
});

test('D-9: the errback of a pair does not see what its own callback raises', () => {
  const log = createEventLog();
  const d = new Deferred();
  d.addCallbacks(log.link('c1', raise('k')), log.link('e1'));
  d.addCallbacks(log.link('c2'), log.link('e2', raise('t')));
  d.addBoth(log.link('b', () => null));
  d.callback('v');
  expect(log.lines).toEqual(['c1(v)', 'e2(Exception: k)', 'b(Exception: t)']);
});

test('D-11: links that a link adds to its own Deferred run after it, and after those before', () => {
  const log = createEventLog();
  const d = new Deferred();
  const a = log.link('a', () => {
    d.addCallback(log.link('x')).addCallback(log.link('y', () => 'Y'));
    log.note('a ends');
    return 'A';
  });
  d.addCallback(a).addCallback(log.link('b', () => 'B'));
  d.callback(0);
  expect([...log.lines, stateOf(d)]).toEqual([
    'a(0)',
    'a ends',
    'b(A)',
    'x(B)',
    'y(B)',
    'called, paused 0, Y',
  ]);
});
