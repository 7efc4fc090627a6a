import { expect, test } from 'vitest';

import { Exception } from '#reactor/errors.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, show, thrownBy } from './eventLog.ts';

test('R-12: run inside run is refused, and so is run after a stop', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.callLater(1, () => {
    log.note(thrownBy(() => reactor.startRunning()));
    reactor.stop();
  });
  driveReactor(reactor);
  log.note(thrownBy(() => reactor.startRunning()));
  expect(log.lines).toEqual(['1 ReactorAlreadyRunning', '1 ReactorNotRestartable']);
});

test('R-13: start-up hooks run in order, one made by another at once, and errors are logged', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = { logged: (failure) => log.note(`logged ${show(failure)}`) };
  const w1 = log.run('W1', () => {
    log.note(reactor.running ? 'running' : 'not running');
    reactor.callWhenRunning(log.run('N'));
    log.note('W1 ends');
  });
  reactor.callWhenRunning(w1);
  reactor.callWhenRunning(() => {
    throw new Exception('w');
  });
  reactor.callWhenRunning(log.run('W3'));
  reactor.callLater(0, log.run('T'));
  log.note(reactor.running ? 'running' : 'not running');
  driveReactor(reactor);
  expect(log.lines).toEqual([
    '0 not running',
    '0 W1',
    '0 running',
    '0 N',
    '0 W1 ends',
    '0 logged Exception: w',
    '0 W3',
    '0 T',
  ]);
});

test('R-13: callWhenRunning of a running reactor throws what its function throws', () => {
  const reactor = new Reactor();
  reactor.startRunning();
  const thrown = thrownBy(() =>
    reactor.callWhenRunning(() => {
      throw new Exception('x');
    }),
  );
  expect(thrown).toBe('Exception: x');
});

test('R-15: the pass in which stop is called goes on to its end; then nothing runs any more', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  const stop = log.run('Stop', () => {
    reactor.stop();
    log.note(reactor.running ? 'running' : 'not running');
    reactor.callLater(0, log.run('N'));
    reactor.callFromThread(log.run('F'));
  });
  reactor.callLater(1, () => reactor.spin(1));
  reactor.callLater(1.25, stop);
  reactor.callLater(1.5, log.run('C'));
  reactor.callLater(2, log.run('D'));
  reactor.callLater(5, log.run('E'));
  driveReactor(reactor);
  log.note(reactor.running ? 'running' : 'not running');
  log.note(`${reactor.getDelayedCalls().length} calls left`);
  expect(log.lines).toEqual([
    '2 Stop',
    '2 running',
    '2 C',
    '2 D',
    '2 not running',
    '2 2 calls left',
  ]);
});

test('R-15: stop is refused before the run, a second time, and after the end', () => {
  const reactor = new Reactor();
  const tries = [thrownBy(() => reactor.stop())];
  reactor.callLater(1, () => {
    tries.push(
      thrownBy(() => reactor.stop()),
      thrownBy(() => reactor.stop()),
    );
  });
  driveReactor(reactor);
  tries.push(thrownBy(() => reactor.stop()));
  const refused = "ReactorNotRunning: Can't stop reactor that isn't running.";
  expect(tries).toEqual([refused, 'nothing', refused, refused]);
});

test('R-18: crash ends the loop after the iteration; the calls stay, and it may run again', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.callLater(
    1,
    log.run('A', () => reactor.crash()),
  );
  reactor.callLater(1, log.run('B'));
  reactor.callLater(2, log.run('C'));
  driveReactor(reactor);
  log.note(reactor.running ? 'running' : 'not running');
  driveReactor(reactor);
  expect(log.lines).toEqual(['1 A', '1 B', '1 not running', '2 C']);
});

test('R-19: a stop inside a start-up hook lets the first pass run', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.callLater(0, log.run('T0'));
  reactor.callLater(1, log.run('T1'));
  reactor.callWhenRunning(log.run('W1', () => reactor.stop()));
  reactor.callWhenRunning(log.run('W2'));
  driveReactor(reactor);
  expect(log.lines).toEqual(['0 W1', '0 W2', '0 T0']);
});
