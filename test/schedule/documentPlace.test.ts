import { expect, test } from 'vitest';

import { documentPlace, placeWords } from '#schedule/documentPlace.ts';
import type { DocumentPath } from '#schedule/problem.ts';

import { schedule } from '../support/schedules.ts';

const document = schedule({
  functions: {
    tick: [{ do: 'log', text: 'x' }],
    report: [{ do: 'log', text: 'y' }],
    alone: [],
  },
  nodes: [
    { kind: 'callLater', id: 'first', delay: 1, call: 'tick' },
    {
      kind: 'loopingCall',
      id: 'loop',
      interval: 1,
      call: 'tick',
      chain: [{ timeout: 2 }, { errback: 'report' }],
    },
  ],
});

const at = (...path: DocumentPath): unknown => documentPlace(document, path);

test('a path leads to the node, the link, the function or the step that has it', () => {
  const user = { node: 'loop', place: { at: 'link', link: 1, side: 'errback' } };
  expect([
    at('nodes', 0, 'delay'),
    at('nodes', 1, 'chain', 1, 'errback'),
    at('nodes', 1, 'chain', 7),
    at('functions', 'tick', 'steps', 0, 'when', 'call'),
    at('functions', 'report', 'steps', 0),
    at('functions', 'report', 'steps', 3),
    at('functions', 'alone'),
  ]).toEqual([
    { at: 'node', node: 'first', link: null },
    { at: 'node', node: 'loop', link: 1 },
    { at: 'node', node: 'loop', link: null },
    { at: 'function', function: 'tick', step: 0, user: { node: 'first', place: { at: 'own' } } },
    { at: 'function', function: 'report', step: 0, user },
    { at: 'function', function: 'report', step: null, user },
    { at: 'function', function: 'alone', step: null, user: null },
  ]);
});

test('what is not there leads to the document', () => {
  const paths: readonly DocumentPath[] = [
    [],
    ['advances'],
    ['nodes', 9],
    ['nodes'],
    ['functions', 'toString'],
    [3],
  ];
  expect(paths.map((path) => documentPlace(document, path))).toEqual(
    [null, 'advances', 'nodes', 'nodes', 'functions', null].map((field) => ({
      at: 'document',
      field,
    })),
  );
});

test('a place has words', () => {
  const paths: readonly DocumentPath[] = [
    [],
    ['advances'],
    ['nodes', 0],
    ['nodes', 1, 'chain', 1],
    ['functions', 'tick'],
    ['functions', 'tick', 'steps', 0],
  ];
  expect(paths.map((path) => placeWords(documentPlace(document, path)))).toEqual([
    'the schedule',
    'advances',
    'first',
    'loop, link 2',
    'tick',
    'tick, step 1',
  ]);
});
