import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import { MultiService } from '#reactor/multiService.ts';
import type { Service } from '#reactor/service.ts';
import { TimerService } from '#reactor/timerService.ts';

test('a probe hears when a service runs and stops, and where it belongs (S-1, S-5, S-9)', () => {
  const heard: string[] = [];
  const listen = <S extends Service>(name: string, service: S): S => {
    service.probe = {
      running: (_, isRunning) => heard.push(`${name} ${isRunning ? 'runs' : 'stops'}`),
      moved: (_, parent) => heard.push(`${name} ${parent === top ? 'in top' : 'alone'}`),
    };
    return service;
  };
  const top = listen('top', new MultiService());
  const timer = listen('timer', new TimerService(new Clock(), 1, () => null));
  timer.setServiceParent(top);
  top.startService();
  timer.disownServiceParent();
  top.stopService();

  expect(heard).toEqual([
    'timer in top',
    'top runs',
    'timer runs',
    'timer stops',
    'timer alone',
    'top stops',
  ]);
});
