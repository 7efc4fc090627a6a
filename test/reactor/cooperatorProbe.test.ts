import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import { Cooperator, cooperatorOn, type CooperatorProbe } from '#reactor/cooperator.ts';
import type { CooperativeTaskProbe } from '#reactor/cooperativeTask.ts';
import { Deferred } from '#reactor/deferred.ts';

test('probes hear of ticks, units, waits, pauses and the end of tasks (C-3 to C-8)', () => {
  const clock = new Clock();
  const heard: string[] = [];
  const cooperator = new Cooperator({
    terminationPredicateFactory: () => () => true,
    scheduler: (tick) => clock.callLater(1, tick),
    started: false,
  });
  const say = (what: string) => (): number => heard.push(`${clock.seconds()} ${what}`);
  const ofTicks: CooperatorProbe = {
    started: say('started'),
    stopped: say('stopped'),
    joins: () => say('a task joins')(),
    left: () => say('a task left')(),
    tickPlanned: say('tick planned'),
    tickCancelled: say('tick cancelled'),
    tickBegan: say('tick'),
    tickEnded: say('tick ended'),
  };
  const ofTask = (name: string): CooperativeTaskProbe => ({
    unit: say(`${name} unit`),
    waits: say(`${name} waits`),
    paused: (task) => say(`${name} paused ${task.pauseCount}`)(),
    resumed: (task) => say(`${name} resumed ${task.pauseCount}`)(),
    ended: (_, completion) => say(`${name} ${completion.name}`)(),
  });

  const deferred = new Deferred();
  cooperator.probe = ofTicks;
  const a = cooperator.cooperate([deferred].values());
  a.probe = ofTask('A');
  cooperator.start();
  clock.advance(1);
  a.pause();
  deferred.callback(null);
  a.resume();
  clock.advance(1);
  const b = cooperator.cooperate([null].values());
  b.probe = ofTask('B');
  cooperator.stop();

  expect(heard).toEqual([
    '0 a task joins',
    '0 started',
    '0 tick planned',
    '1 tick',
    '1 A unit',
    '1 A waits',
    '1 A paused 1',
    '1 a task left',
    '1 tick ended',
    '1 A paused 2',
    '1 A resumed 1',
    '1 A resumed 0',
    '1 a task joins',
    '1 tick planned',
    '2 tick',
    '2 A unit',
    '2 A TaskDone',
    '2 a task left',
    '2 tick ended',
    '2 a task joins',
    '2 tick planned',
    '2 stopped',
    '2 B SchedulerStopped',
    '2 a task left',
    '2 tick cancelled',
  ]);
});

test('who gives a task its probe as it joins hears also of one that ends at once (C-15)', () => {
  const heard: string[] = [];
  const cooperator = cooperatorOn(new Clock());
  cooperator.stop();
  cooperator.probe = {
    joins: (_, task) => {
      task.probe = { ended: (ended, { name }) => heard.push(`${ended === task} ${name}`) };
    },
  };
  cooperator.coiterate([null].values()).addErrback(() => null);
  expect(heard).toEqual(['true SchedulerStopped']);
});
