import { expect, test } from 'vitest';

import { cardLayout, type CardLayout } from '#graph/layout/cardLayout.ts';
import type { CardLine } from '#graph/layout/cardLines.ts';
import { functionNamed } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

/** The card of the first node. */
function firstCard(document: Schedule): CardLayout {
  const [node] = document.nodes;
  return cardLayout(node!, (name) => functionNamed(document, name));
}

const text = ({ words: { before, node, after } }: CardLine): string =>
  before + (node ?? '') + after;

/** A card from above to below, with the height at which each thing stands. */
function picture({ field, own, chain, ports, height }: CardLayout): readonly string[] {
  const rows: [number, string][] = [[height, 'end of the card']];
  if (field !== null) {
    rows.push([field.top, `${text(field.heading)}: ${field.lines.map(text).join(' | ')}`]);
  }
  if (own !== null) rows.push([own.top, `ƒ ${own.name}: ${own.lines.map(text).join(' | ')}`]);
  for (const { top, boxes, timeout } of chain?.links ?? []) {
    if (timeout !== null) rows.push([top, `timeout ${timeout}`]);
    for (const { side, name, lines } of boxes) {
      rows.push([top, `${side} ${name}: ${lines.map(text).join(' | ')}`]);
    }
  }
  for (const y of chain?.gaps ?? []) rows.push([y, 'gap']);
  for (const { id, y, look } of ports) rows.push([y, `(${id}) ${look}`]);
  return rows.sort((a, b) => a[0] - b[0]).map(([y, row]) => `${y} ${row}`);
}

test('a card has its function, its links row by row, and a port on the line of each arrow', () => {
  const document = schedule({
    functions: {
      download: [
        { do: 'log', text: 'hello' },
        { do: 'start', node: 'save' },
      ],
      store: [
        { do: 'log', text: 'first' },
        { do: 'returnDeferred', node: 'save', start: true },
      ],
      report: [{ do: 'start', node: 'save' }],
      close: [],
    },
    nodes: [
      {
        kind: 'deferLater',
        id: 'fetch',
        delay: 2,
        call: 'download',
        chain: [{ callback: 'store', errback: 'report' }, { errback: 'report' }, { both: 'close' }],
      },
      { kind: 'deferLater', id: 'save', delay: 1, starts: 'never' },
    ],
  });
  const card = firstCard(document);
  expect(picture(card)).toEqual([
    '20 (in) target',
    '54 ƒ download: log hello | start save',
    '70 (own) own',
    '105.5 (own:1) own',
    '145 gap',
    '152 callback store: start save, wait for it | log first',
    '152 errback report: start save',
    '179.5 (0:callback:1) callback',
    '189.5 (0:errback:0) errback',
    '221 gap',
    '228 errback report: start save',
    '260.5 (1:errback:0) errback',
    '280 gap',
    '287 both close: no steps yet',
    '344 gap',
    '364 end of the card',
    '364 (rail:callback) callback',
    '364 (rail:errback) errback',
  ]);
});

test('a node without a Deferred has no rails, and one without a function no block for it', () => {
  const later = firstCard(
    schedule({
      functions: { f: [] },
      nodes: [{ kind: 'callLater', id: 'a', label: 'The alarm', delay: 1, call: 'f' }],
    }),
  );
  const deferred = firstCard(schedule({ nodes: [{ kind: 'deferred', id: 'a' }] }));
  const unset = firstCard(schedule({ nodes: [{ kind: 'deferLater', id: 'a', delay: 1 }] }));
  expect([picture(later), picture(deferred), picture(unset)]).toEqual([
    ['20 (in) target', '71 ƒ f: no steps yet', '87 (own) own', '120 end of the card'],
    [
      '20 (in) target',
      '84 gap',
      '104 end of the card',
      '104 (rail:callback) callback',
      '104 (rail:errback) errback',
    ],
    [
      '20 (in) target',
      '54 ƒ null: ',
      '70 (own) own',
      '116 gap',
      '136 end of the card',
      '136 (rail:callback) callback',
      '136 (rail:errback) errback',
    ],
  ]);
});

test('a long function is cut, and the arrows of what is cut leave from its last line', () => {
  const start = { do: 'start', node: 'a' };
  const { own, portOfStep } = firstCard(
    schedule({
      functions: { f: [...Array.from({ length: 7 }, () => ({ do: 'stopReactor' })), start, start] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'f' }],
    }),
  );
  expect([own?.lines.slice(6).map(text), [...portOfStep]]).toEqual([
    ['stops the reactor', 'and 2 more steps'],
    [
      ['own/7', 'own:more'],
      ['own/8', 'own:more'],
    ],
  ]);
});

test('the lines of a link name its arrows first and sum the other steps up in one', () => {
  const { chain } = firstCard(
    schedule({
      functions: {
        f: [
          { do: 'log', text: 'a' },
          ...Array.from({ length: 5 }, () => ({ do: 'start', node: 'a' })),
          { do: 'return', input: true },
        ],
      },
      nodes: [{ kind: 'deferred', id: 'a', chain: [{ callback: 'f' }] }],
    }),
  );
  expect(chain?.links[0]?.boxes[0]?.lines.map(text)).toEqual([
    'start a',
    'start a',
    'start a',
    'and 2 more steps',
    'log a, returns its input',
  ]);
});

test('a timeout lies across both rails, between two gaps', () => {
  const card = firstCard(
    schedule({
      functions: { f: [] },
      nodes: [{ kind: 'deferred', id: 'a', chain: [{ timeout: 3 }, { callback: 'f' }] }],
    }),
  );
  expect(picture(card).slice(1, -3)).toEqual([
    '79 gap',
    '86 timeout 3',
    '117 gap',
    '124 callback f: no steps yet',
    '181 gap',
  ]);
});

test('a list shows its members with a port each, and a handle to add one', () => {
  const members = ['b', 'c'];
  const card = firstCard(
    schedule({
      nodes: [
        { kind: 'deferredList', id: 'a', members },
        ...members.map((id) => ({ kind: 'deferred', id })),
      ],
    }),
  );
  expect([picture(card).slice(0, 5), [...(card.field?.portOfName ?? [])]]).toEqual([
    [
      '20 (in) target',
      '54 starts and waits for: b | c',
      '70 (field:member) field',
      '88.5 (member:0) field',
      '105.5 (member:1) field',
    ],
    [
      ['member/0', 'member:0'],
      ['member/1', 'member:1'],
    ],
  ]);
});

test('a long list is cut, and the arrows of what is cut leave from its last line', () => {
  const members = Array.from({ length: 10 }, (_, index) => `d${index}`);
  const { field } = firstCard(
    schedule({
      nodes: [
        { kind: 'deferredList', id: 'a', members, startMembers: false },
        ...members.map((id) => ({ kind: 'deferred', id })),
      ],
    }),
  );
  expect([
    field?.heading.words.before,
    field?.lines.slice(6).map(text),
    [...(field?.portOfName.values() ?? [])].slice(6),
  ]).toEqual([
    'waits for',
    ['d6', 'and 3 more members'],
    ['member:6', 'member:more', 'member:more', 'member:more'],
  ]);
});

test('guarded calls and gets name what they need; semaphores and queues are a header', () => {
  const document = schedule({
    functions: { f: [] },
    nodes: [
      { kind: 'guarded', id: 'a', semaphore: 's', call: 'f' },
      { kind: 'queueGet', id: 'b', queue: 'q' },
      { kind: 'semaphore', id: 's', tokens: 1 },
      { kind: 'queue', id: 'q' },
    ],
  });
  const pictures = document.nodes.map((node) => {
    const card = cardLayout(node, (name) => functionNamed(document, name));
    return picture(card).filter((row) => !/gap|rail/.test(row));
  });
  expect(pictures).toEqual([
    [
      '20 (in) target',
      '54 guarded by s: ',
      '70 (field:semaphore) field',
      '86 ƒ f: no steps yet',
      '102 (own) own',
      '185 end of the card',
    ],
    ['20 (in) target', '54 takes from q: ', '70 (field:queue) field', '136 end of the card'],
    ['20 (in) target', '54 end of the card'],
    ['20 (in) target', '54 end of the card'],
  ]);
});

test('no arrow ends at an outside event', () => {
  const { ports } = firstCard(
    schedule({
      functions: { f: [] },
      nodes: [{ kind: 'outsideEvent', id: 'a', at: [1], call: 'f' }],
    }),
  );
  expect(ports.map(({ id }) => id)).toEqual(['own']);
});
