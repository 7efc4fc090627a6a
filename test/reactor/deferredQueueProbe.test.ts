import { expect, test } from 'vitest';

import type { Deferred } from '#reactor/deferred.ts';
import { DeferredQueue } from '#reactor/deferredQueue.ts';

test('a probe hears what is stored, who waits and who gets what (P-8 to P-10)', () => {
  const queue = new DeferredQueue(2, 2);
  const heard: string[] = [];
  const told: Deferred[] = [];
  queue.probe = {
    stored: (_, object, count) => heard.push(`${String(object)} is stored, ${count} are`),
    queued: ({ waiting }, getter) => {
      told.push(getter);
      heard.push(`a getter waits, ${waiting.length} do`);
    },
    handed: (_, object, getter, from) => {
      told.push(getter);
      heard.push(`${String(object)} is handed over from ${from}`);
    },
    removed: ({ waiting }, getter) => {
      told.push(getter);
      heard.push(`a getter is removed, ${waiting.length} wait`);
    },
  };
  const get = (name: string): Deferred =>
    queue.get().addCallbacks(
      (object) => heard.push(`${name} gets ${String(object)}`),
      () => heard.push(`${name} fails`),
    );

  queue.put('x');
  queue.put('y');
  expect(() => queue.put('z')).toThrow();
  const [a, b, c, d] = [get('A'), get('B'), get('C'), get('D')];
  expect(() => queue.get()).toThrow();
  c.cancel();
  queue.put('w');

  expect(told).toEqual([a, b, c, d, c, d]);
  expect(heard).toEqual([
    'x is stored, 1 are',
    'y is stored, 2 are',
    'x is handed over from store',
    'A gets x',
    'y is handed over from store',
    'B gets y',
    'a getter waits, 1 do',
    'a getter waits, 2 do',
    'a getter is removed, 1 wait',
    'C fails',
    'w is handed over from put',
    'D gets w',
  ]);
});
