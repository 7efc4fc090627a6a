import { expect, test } from 'vitest';

import { KINDS } from '#trace/eventKinds.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { SequenceList } from '#trace/sequenceList.ts';
import { createTrace } from '#trace/traceTable.ts';
import { compile } from '#program/compile.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { EXAMPLES } from '#schedule/examples.ts';

function all(list: SequenceList): readonly number[] {
  return Array.from({ length: list.length }, (_, index) => list.at(index) ?? NaN);
}

test.each(EXAMPLES.map((example) => [example.id, example] as const))(
  'the index of %s finds what a look at all events finds, while the trace grows',
  (_, example) => {
    const program = compile(example.load());
    const simulation = createSimulation(program);
    const trace = createTrace(traceHeaderOf(program));
    const index = indexOf(trace);
    for (let end = null, slices = 0; end === null && slices < 5; slices += 1) {
      end = simulation.run(100);
      for (const batch of simulation.takeBatches()) trace.append(batch);
      const events = Array.from({ length: trace.length }, (__, sequence) => sequence);
      for (const kind of KINDS) {
        expect(all(index.ofKind(kind))).toEqual(events.filter((at) => trace.kindAt(at) === kind));
      }
      for (const node of [REACTOR, ...program.nodes.keys()]) {
        expect(all(index.ofNode(node))).toEqual(events.filter((at) => trace.nodeAt(at) === node));
      }
      for (const cause of events) {
        const effects = events.filter((at) => trace.causeAt(at) === cause);
        expect(index.effectsOf(cause, Infinity)).toEqual(effects);
        expect(index.effectsOf(cause, 1)).toEqual(effects.slice(0, 1));
        expect(index.countEffects(cause)).toBe(effects.length);
        effects.forEach((effect, at) => {
          expect(index.siblingOf(effect, 1)).toBe(effects[at + 1] ?? null);
          expect(index.siblingOf(effect, -1)).toBe(effects[at - 1] ?? null);
        });
      }
    }
    expect(indexOf(trace)).toBe(index);
  },
);

test('a list of events tells how many come before one', () => {
  const program = compile(EXAMPLES[0].load());
  const simulation = createSimulation(program);
  simulation.run(1000);
  const trace = createTrace(traceHeaderOf(program));
  for (const batch of simulation.takeBatches()) trace.append(batch);
  const ticks = indexOf(trace).ofKind('ticked');
  const second = ticks.at(1) ?? NaN;
  expect([
    ticks.countBefore(second),
    ticks.countBefore(second + 1),
    ticks.at(ticks.length),
  ]).toEqual([1, 2, undefined]);
});
