import fc from 'fast-check';
import { expect, test } from 'vitest';

import { completeFilter, withOption } from '#app/eventFilter/completeFilter.ts';
import { filterNames } from '#app/eventFilter/filterNames.ts';
import { KIND_GROUPS } from '#app/eventFilter/kindGroups.ts';
import { parseEventFilter } from '#app/eventFilter/parseEventFilter.ts';
import { splitFilter } from '#app/eventFilter/splitFilter.ts';
import { withTerm } from '#app/eventFilter/withTerm.ts';
import { eventReader } from '#app/events/eventIndex.ts';
import { isSmallPrint } from '#trace/smallPrint.ts';
import { nodeName } from '#trace/describeEvent.ts';
import type { Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const { trace } = run(
  schedule({
    horizon: 9,
    functions: {
      block: [{ do: 'block', for: 1.5 }],
      get: [
        { do: 'log', text: 'fetch {call}' },
        { do: 'raise', error: { type: 'ValueError', message: 'no' }, when: { call: 2 } },
      ],
      note: [],
      again: [{ do: 'start', node: 'fetch_a' }],
      report: [{ do: 'log', text: 'failed: {input}' }],
    },
    nodes: [
      { kind: 'service', id: 'feeds' },
      { kind: 'service', id: 'inner', service: 'feeds', starts: 'service' },
      {
        kind: 'loopingCall',
        id: 'poll',
        service: 'inner',
        starts: 'service',
        interval: 2,
        call: 'again',
      },
      {
        kind: 'deferLater',
        id: 'fetch_a',
        starts: 'never',
        delay: 0.5,
        call: 'get',
        chain: [{ callback: 'note' }, { errback: 'report' }],
      },
      { kind: 'callLater', id: 'fetch_b', delay: 3, call: 'block' },
    ],
  }),
);
const names = filterNames(trace.header.nodes, new Map([['fetch_b', 'Slow job, at 3']]));
const all = lines(trace);

/** The lines that a filter's text shows. */
function shown(text: string, details = false): readonly string[] {
  return sequences(text, details).map((sequence) => all[sequence] ?? '');
}

function sequences(text: string, details = false): readonly number[] {
  const reader = eventReader(parseEventFilter(text, details, names).filter);
  const index = reader.readOn(reader.begin(trace), trace.length);
  return [...index.rows.subarray(0, index.count)];
}

const messages = (text: string): readonly string[] =>
  parseEventFilter(text, false, names).problems.map(({ message }) => message);

/** The events for which a thing is so, small print left out. */
function where(holds: (sequence: number, of: Trace) => boolean): readonly number[] {
  return [...all.keys()].filter((one) => !isSmallPrint(trace, one) && holds(one, trace));
}

const isOf = (sequence: number, ...ids: readonly string[]): boolean =>
  ids.includes(nodeName(trace, trace.nodeAt(sequence)));

test('a text is parted into words and keys with their values', () => {
  expect(
    splitFilter(' tick -"goes on" Node:a,"b, c" -kind:x: kind:, - "open end').map(
      ({ from: _, to: __, ...term }) => term,
    ),
  ).toEqual([
    { negated: false, key: null, values: ['tick'] },
    { negated: true, key: null, values: ['goes on'] },
    { negated: false, key: 'node', values: ['a', 'b, c'] },
    { negated: true, key: 'kind', values: ['x:'] },
    { negated: false, key: 'kind', values: [] },
    { negated: false, key: null, values: ['-'] },
    { negated: false, key: null, values: ['open end'] },
  ]);
});

test('a node is named by its id or label, with * for any characters', () => {
  expect([
    sequences('node:fetch_a'),
    sequences('node:"slow JOB, at 3"'),
    sequences('node:fetch_*'),
    sequences('node:poll,reactor'),
    sequences('-node:fetch_*'),
  ]).toEqual([
    where((one) => isOf(one, 'fetch_a')),
    where((one) => isOf(one, 'fetch_b')),
    where((one) => isOf(one, 'fetch_a', 'fetch_b')),
    where((one) => isOf(one, 'poll', 'reactor')),
    where((one) => !isOf(one, 'fetch_a', 'fetch_b')),
  ]);
});

test('a service means itself and all that is in it', () => {
  expect([sequences('service:feeds'), sequences('service:inner')]).toEqual([
    where((one) => isOf(one, 'feeds', 'inner', 'poll')),
    where((one) => isOf(one, 'inner', 'poll')),
  ]);
});

test('a kind is named by its name or its group, and is shown though it is small print', () => {
  expect([
    shown('kind:skipped,BLOCKED'),
    shown('kind:scheduled node:fetch_b'),
    shown('kind:late'),
  ]).toEqual([
    ['3.000 fetch_b blocks 1.5 s'],
    ['0.000 fetch_b due at 3 s'],
    ['4.500 poll delayed call runs, 0.5 s late'],
  ]);
});

test('failures are what the list shows as such, also in a chain', () => {
  expect(shown('kind:failure')).toEqual(
    all.filter((line) => /raised|failed with|ValueError\('no'\) passes/.test(line)),
  );
  expect(shown('kind:failure').length).toBe(2);
});

test('not a group leaves what is not special', () => {
  const passes = shown('kind:passed');
  expect(shown('kind:passed -kind:failure')).toEqual(
    passes.filter((line) => !line.includes('ValueError')),
  );
});

test('times bound the list: from the first on, before the second', () => {
  expect([
    sequences('after:2 before:0:04'),
    sequences('-before:4.5'),
    sequences('after:500ms before:2 after:1'),
  ]).toEqual([
    where((one) => trace.timeAt(one) >= 2 && trace.timeAt(one) < 4),
    where((one) => trace.timeAt(one) >= 4.5),
    where((one) => trace.timeAt(one) >= 1 && trace.timeAt(one) < 2),
  ]);
});

test('an instance is one start of a node', () => {
  expect([sequences('instance:2 node:fetch_a'), sequences('-instance:2 node:fetch_a')]).toEqual([
    where((one) => isOf(one, 'fetch_a') && trace.instanceAt(one) === 2),
    where((one) => isOf(one, 'fetch_a') && trace.instanceAt(one) !== 2),
  ]);
});

test('words stand in time, node or text; with a minus they do not', () => {
  expect([
    shown('fetch -failed -"fetch 1" kind:output'),
    shown('"a fetch 1"'),
    shown('0.500'),
  ]).toEqual([
    all.filter((line) => / fetch \d/.test(line) && !line.includes('fetch 1')),
    all.filter((line) => line.includes('fetch_a fetch 1')),
    where((one) => trace.timeAt(one) === 0.5).map((one) => all[one]),
  ]);
});

test('a wrong term says what there is, and narrows nothing', () => {
  expect([
    ...messages('nod:poll node:pol kind:faild service:poll instance:x after:soon kind: tick'),
  ]).toEqual([
    'nod:poll: there is no key nod. The keys are node: kind: after: before: service: instance: To look for the text, put it in quotes.',
    'node:pol: there is no node pol. Nodes: poll, feeds, inner, fetch_a, fetch_b, reactor.',
    expect.stringMatching(
      /^kind:faild: there is no such kind\. Groups: failure, .* and 5 more\. Kinds: failed, .* more\.$/,
    ),
    'service:poll: there is no service poll. Services: feeds, inner.',
    'instance:x: write the number of a start, 1 for the first one.',
    'after:soon: write one time, such as 12.4, 1:05.2 or 200ms.',
    'kind:: a value is missing, as in kind:failure.',
  ]);
  expect(sequences('nod:poll node:pol kind:faild service:poll instance:x after:soon tick')).toEqual(
    sequences('tick'),
  );
});

test('every group and every kind can be asked for, and each group has kinds', () => {
  expect(
    KIND_GROUPS.map(({ name, always }) => [name, messages(`kind:${name}`), always.length > 0]),
  ).toEqual(KIND_GROUPS.map(({ name }) => [name, [], true]));
});

test('all terms together show what each of them shows', () => {
  const term = fc.constantFrom(
    'node:poll',
    '-node:poll',
    'node:fetch_*',
    'service:feeds',
    'kind:tick',
    'kind:chain',
    '-kind:failure',
    'instance:1',
    '-instance:1',
    'after:2',
    'before:6',
    '-after:4',
    'tick',
    '-fetch',
  );
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 5 }), (terms) => {
      // With small print, as a kind that is asked for brings its own.
      const each = terms.map((one) => new Set(sequences(one, true)));
      const both = [...all.keys()].filter((one) => each.every((passed) => passed.has(one)));
      expect(sequences(terms.join(' '), true)).toEqual(both);
    }),
  );
});

/** What is offered where `|` stands. */
function offered(text: string): readonly string[] {
  const caret = text.indexOf('|');
  const found = completeFilter(text.replace('|', ''), caret, names);
  return found?.options.map(({ name }) => name) ?? [];
}

test('keys and values are offered for what is typed', () => {
  expect([
    offered('|'),
    offered('tick -n|'),
    offered('node:f|'),
    offered('node:poll,f|,x tick'),
    offered('node:slow|'),
    offered('service:|'),
    offered('kind:fa|').slice(0, 2),
    offered('node:poll|'),
    offered('after:|'),
    offered('nothing|'),
  ]).toEqual([
    ['node:', 'kind:', 'after:', 'before:', 'service:', 'instance:'],
    ['node:'],
    ['fetch_a', 'fetch_b', 'feeds'].toSorted(
      (a, b) =>
        names.nodes.findIndex(({ id }) => id === a) - names.nodes.findIndex(({ id }) => id === b),
    ),
    ['feeds', 'fetch_a', 'fetch_b'],
    ['fetch_b'],
    ['feeds', 'inner'],
    ['failure', 'failed'],
    [],
    [],
    [],
  ]);
});

test('an option takes the place of what is typed, and the caret goes behind it', () => {
  const put = (text: string): string => {
    const caret = text.indexOf('|');
    const plain = text.replace('|', '');
    const completion = completeFilter(plain, caret, names);
    const [option] = completion?.options ?? [];
    if (completion === null || option === undefined) return 'nothing';
    const next = withOption(plain, completion, option);
    return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`;
  };
  expect([
    put('-n|'),
    put('node:fe|'),
    put('node:fetch_a,in| tick'),
    put('node:pol|,inner'),
  ]).toEqual(['-node:|', 'node:feeds |', 'node:fetch_a,inner| tick', 'node:poll|,inner']);
});

test('a term that narrows to one thing takes the place of those before', () => {
  expect([
    withTerm('', { key: 'node', value: 'a b', negated: false }),
    withTerm('tick  node:x -node:y', { key: 'node', value: 'poll', negated: false }),
    withTerm('node:x -node:y', { key: 'node', value: 'y', negated: true }),
  ]).toEqual(['node:"a b"', 'tick -node:y node:poll', 'node:x -node:y']);
});
