import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import type { Trace } from '#trace/traceTable.ts';
import { MAX_AHEAD } from '#worker/runner.ts';

import { random } from '../bench/random.ts';
import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { fakeSeam, simulate, type Fate } from './fakeThread.ts';

const busy = schedule({
  horizon: 120,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: [
    { id: 'fast', kind: 'loopingCall', interval: 0.25, call: 'tick' },
    { id: 'slow', kind: 'loopingCall', interval: 1, call: 'tick' },
  ],
});
const program = compile(busy);
const whole = run(busy).trace;

/** Whether two traces have the same events. */
function isEqual(a: Trace, b: Trace): boolean {
  if (a.length !== b.length) return false;
  for (let sequence = 0; sequence < a.length; sequence += 1) {
    const isSame =
      a.timeAt(sequence) === b.timeAt(sequence) &&
      a.kindAt(sequence) === b.kindAt(sequence) &&
      a.nodeAt(sequence) === b.nodeAt(sequence) &&
      a.causeAt(sequence) === b.causeAt(sequence);
    if (!isSame) return false;
    if (sequence % 7 > 0 || a.kindAt(sequence) !== 'logged') continue;
    if (JSON.stringify(a.valueAt(sequence)) !== JSON.stringify(b.valueAt(sequence))) return false;
  }
  return true;
}

/** Loses, doubles and delays one message in four, by chance. */
function unreliable(seed: number): () => Fate {
  const next = random(seed);
  return () => {
    const chance = next();
    if (chance < 0.1) return 'lost';
    if (chance < 0.18) return 'doubled';
    return chance < 0.26 ? 'late' : 'arrives';
  };
}

test('1,000 times, messages are lost, doubled and change places in both directions: the trace is whole', () => {
  const wrong: number[] = [];
  let most = 0;
  for (let seed = 1; seed <= 1000; seed += 1) {
    const seam = fakeSeam(unreliable(seed));
    simulate(seam, program);
    seam.finish();
    if (!isEqual(seam.trace(), whole) || seam.end()?.time !== 120) wrong.push(seed);
    most = Math.max(most, seam.mostWaiting());
  }
  expect([wrong, most <= 2 * (MAX_AHEAD + 2)]).toEqual([[], true]);
}, 60_000);

test('100 times, what the page wants is lost on its way: the run goes on and stops as it was told last', () => {
  const expected = run({ ...busy, horizon: 160 }).trace;
  const wrong: number[] = [];
  for (let seed = 1; seed <= 100; seed += 1) {
    const seam = fakeSeam(unreliable(seed));
    simulate(seam, program);
    for (let steps = 0; steps < seed % 17; steps += 1) seam.step();
    seam.client.extend(140);
    seam.client.halt();
    // Where it comes too late, it has gone as far as it was to go.
    seam.finish(() => seam.end()?.why === 'halted' || seam.end()?.time === 140);
    seam.client.goOn();
    seam.client.extend(160);
    seam.finish(() => seam.end()?.time === 160);
    if (!isEqual(seam.trace(), expected)) wrong.push(seed);
  }
  expect(wrong).toEqual([]);
});

test('a lost batch is not sent again with all that the page has: the run is done again behind it', () => {
  let batches = 0;
  const seam = fakeSeam((message) => {
    if (message.type !== 'batch') return 'arrives';
    batches += 1;
    return batches === 3 ? 'lost' : 'arrives';
  });
  simulate(seam, program);
  seam.finish();
  expect([isEqual(seam.trace(), whole), seam.posted() < whole.length * 1.8]).toEqual([true, true]);
});

test('a worker that is killed at 100 moments by chance gives the trace of one that never was', () => {
  const long = { ...busy, horizon: 9500 };
  const next = random(5);
  const seam = fakeSeam();
  simulate(seam, compile(long));
  let kills = 0;
  while (kills < 100) {
    const { length } = seam.trace();
    const steps = 1 + Math.floor(next() * 4);
    // Each comes further: one that dies again and again at one place is given up.
    for (let step = 0; step < steps; step += 1) seam.step();
    seam.finish(() => seam.trace().length > length || seam.end() !== null);
    if (seam.end() !== null) break;
    seam.kill();
    kills += 1;
  }
  seam.finish();
  expect([
    kills,
    seam.heard.filter((what) => what === 'restarted').length,
    seam.heard.at(-1),
    isEqual(seam.trace(), run(long).trace),
  ]).toEqual([100, 100, 'ended: horizon', true]);
}, 60_000);

test('a worker that dies and never comes further is given up', () => {
  const seam = fakeSeam();
  simulate(seam, program);
  for (let kill = 0; kill < 4; kill += 1) seam.kill();
  expect(seam.heard).toEqual(['restarted', 'restarted', 'restarted', 'broken: killed']);
});
