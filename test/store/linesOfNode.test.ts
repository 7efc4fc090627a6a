import { expect, test } from 'vitest';

import { linesOfNode } from '#store/linesOfNode.ts';
import { pythonOf } from '#store/pythonOf.ts';

import { schedule } from '../support/schedules.ts';

const document = schedule({
  functions: { work: [{ do: 'return', value: 1 }], report: [{ do: 'log', text: 'x' }] },
  nodes: [
    {
      kind: 'deferLater',
      id: 'fetch',
      delay: 2,
      call: 'work',
      chain: [{ callback: 'report', errback: 'report' }],
    },
    { kind: 'semaphore', id: 'tokens', tokens: 2 },
  ],
});

test('the lines of a node are its own and those of its functions, each once', () => {
  const program = pythonOf(document);
  const lines = program.text.split('\n');
  const shown = document.nodes.map((node) =>
    linesOfNode(program, node).map(({ function: name, first, last }) => [
      name,
      lines[first - 1]?.trim(),
      last >= first,
    ]),
  );
  expect(shown).toEqual([
    [
      [null, 'def start_fetch(self) -> defer.Deferred[Any]:', true],
      ['work', 'def work(self) -> Any:', true],
      ['report', 'def report(self, value: Any) -> None:', true],
    ],
    [[null, 'self.tokens = defer.DeferredSemaphore(2)', true]],
  ]);
});

test('a document is written once', () => {
  expect(pythonOf(document)).toBe(pythonOf(document));
});
