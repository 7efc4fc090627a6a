import { expect, test } from 'vitest';

import { arrowBeside, arrowsAt } from '#graph/edits/arrowWalk.ts';
import { deriveEdges } from '#schedule/edges.ts';

import { schedule } from '../support/schedules.ts';

const { edges } = (() => {
  const document = schedule({
    functions: {
      go: [
        { do: 'start', node: 'b' },
        { do: 'start', node: 'c' },
      ],
      back: [{ do: 'cancel', node: 'a' }],
    },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 1, call: 'go' },
      { kind: 'callLater', id: 'b', starts: 'never', delay: 1, call: 'back' },
      { kind: 'callLater', id: 'c', starts: 'never', delay: 1, call: 'go' },
      { kind: 'deferred', id: 'alone' },
    ],
  });
  return { edges: deriveEdges(document) };
})();
const pairs = (card: string): readonly string[] =>
  arrowsAt(edges, card).map(({ source, target }) => `${source}>${target}`);

test('the arrows of a card: those that begin there, then those that end there', () => {
  expect([pairs('a'), pairs('c'), pairs('alone')]).toEqual([
    ['a>b', 'a>c', 'b>a'],
    ['c>b', 'c>c', 'a>c'],
    [],
  ]);
});

test('one goes from arrow to arrow around a card, in both directions, without an end', () => {
  const walk = (card: string | null, by: 1 | -1): readonly string[] => {
    let selected: string | null = null;
    return [0, 1, 2, 3].map(() => {
      const next = arrowBeside(edges, card, selected, by);
      selected = next?.id ?? null;
      return next === null ? 'none' : `${next.source}>${next.target}`;
    });
  };
  expect(walk('a', 1)).toEqual(['a>b', 'a>c', 'b>a', 'a>b']);
  expect(walk('a', -1)).toEqual(['b>a', 'a>c', 'a>b', 'b>a']);
  expect(walk('alone', 1)).toEqual(['none', 'none', 'none', 'none']);
  expect(new Set(walk(null, 1)).size).toBe(4);
});
