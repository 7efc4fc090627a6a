import { expect, test } from 'vitest';

import { arrowOffer, startRefusal } from '#graph/edits/arrowOffer.ts';
import { arrowStartAt, arrowStarts, firstPort } from '#graph/edits/arrowStarts.ts';
import { addArrow, addArrowToNewNode } from '#graph/edits/connectEdits.ts';
import { PALETTE } from '#graph/palette/kinds.ts';
import { stepText } from '#graph/words/stepWords.ts';
import { newNodeId } from '#schedule/addNode.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

/** A node of every kind, named by its kind; `shared` is called by a callLater and in a thread. */
const document = schedule({
  functions: { f: [], co: [], work: [], shared: [] },
  nodes: [
    { kind: 'callLater', id: 'later', delay: 1, call: 'f' },
    { kind: 'callLater', id: 'other', delay: 1, call: 'shared' },
    {
      kind: 'deferLater',
      id: 'wait',
      delay: 1,
      starts: 'never',
      call: 'f',
      chain: [{ both: 'f' }],
    },
    { kind: 'loopingCall', id: 'loop', interval: 1, call: 'f' },
    { kind: 'deferred', id: 'answer' },
    { kind: 'deferredList', id: 'list', members: ['answer'] },
    { kind: 'coroutine', id: 'routine', call: 'co' },
    { kind: 'cooperate', id: 'job', count: 3, call: 'f' },
    { kind: 'deferToThread', id: 'thread', call: 'shared', chain: [{ callback: 'f' }] },
    { kind: 'semaphore', id: 'limit', tokens: 2 },
    { kind: 'guarded', id: 'limited', semaphore: 'limit', call: 'work' },
    { kind: 'queue', id: 'rows' },
    { kind: 'queueGet', id: 'take', queue: 'rows' },
    { kind: 'service', id: 'group' },
    { kind: 'outsideEvent', id: 'world', at: [1], call: 'f' },
  ],
});

const startAt = (node: string, port: string) => arrowStartAt(nodeWithId(document, node)!, port)!;

/** What an arrow offers: the likeliest in brackets, what it cannot mean with a minus. */
function offered(from: string, port: string, to: string): readonly string[] | string {
  const { meanings, likeliest, refusal } = arrowOffer(
    document,
    startAt(from, port),
    nodeWithId(document, to)!,
  );
  if (refusal !== null) return refusal;
  return meanings.map(({ does, refusal: why }) => {
    if (why !== null) return `-${does}`;
    return does === likeliest ? `[${does}]` : does;
  });
}

test('a function can do to a node what its kind allows; what one may expect else is said', () => {
  const targets = 'later wait loop answer list routine job thread limited rows take group'.split(
    ' ',
  );
  const said = Object.fromEntries(targets.map((id) => [id, offered('later', 'own', id)]));
  expect(said).toEqual({
    later: ['[start]', 'cancel', 'reset', 'delay', '-returnDeferred', '-stop'],
    wait: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    loop: ['start', 'returnDeferred', '[stop]', 'reset', '-cancel'],
    answer: ['start', 'returnDeferred', 'cancel', '[fire]', 'fail', 'pause', 'resume', '-stop'],
    list: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    routine: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    job: ['start', 'returnDeferred', '[stop]', 'pause', 'resume', '-cancel'],
    thread: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    limited: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    rows: ['[put]', '-start', '-returnDeferred', '-stop', '-cancel'],
    take: ['[start]', 'returnDeferred', 'cancel', '-stop'],
    group: ['start', '[stop]', '-returnDeferred', '-cancel'],
  });
});

test('a coroutine awaits and returns no Deferred', () => {
  expect([offered('routine', 'own', 'wait'), offered('routine', 'own', 'later')]).toEqual([
    ['start', '[await]', 'cancel', '-stop'],
    ['[start]', 'cancel', 'reset', 'delay', '-await', '-stop'],
  ]);
});

test('where somebody waits for the result, waiting is likeliest', () => {
  const ports = [
    ['loop', 'own'],
    ['job', 'own'],
    ['limited', 'own'],
    ['wait', '0:both'],
    ['world', 'own'],
  ] as const;
  expect(
    ports.map(
      ([id, port]) =>
        arrowOffer(document, startAt(id, port), nodeWithId(document, 'wait')!).likeliest,
    ),
  ).toEqual(['returnDeferred', 'returnDeferred', 'returnDeferred', 'returnDeferred', 'start']);
});

test('an arrow to what the world does, to a semaphore, or out of a thread is refused with a sentence', () => {
  expect([
    offered('later', 'own', 'world'),
    offered('wait', 'rail:callback', 'world'),
    offered('later', 'own', 'limit'),
    offered('thread', 'own', 'wait'),
    startRefusal(document, startAt('other', 'own')),
    startRefusal(document, startAt('thread', '0:callback')),
  ]).toEqual([
    'An outside event is what the world does: nothing in the program starts or stops it.',
    'An outside event is what the world does: nothing in the program starts or stops it.',
    'A semaphore is not started: drag the handle of a guarded call to it.',
    'thread runs this function in a thread, where nothing may touch the reactor: drag the end of a rail of thread instead.',
    'thread runs this function in a thread, where nothing may touch the reactor: drag the end of a rail of thread instead.',
    null,
  ]);
});

test('the handle of a field takes what the field can name', () => {
  expect({
    'a member': offered('list', 'field:member', 'wait'),
    'a member already': offered('list', 'field:member', 'answer'),
    itself: offered('list', 'field:member', 'list'),
    'no Deferred': offered('list', 'field:member', 'later'),
    'a semaphore': offered('limited', 'field:semaphore', 'limit'),
    'no semaphore': offered('limited', 'field:semaphore', 'rows'),
    'a queue': offered('take', 'field:queue', 'rows'),
    'no queue': offered('take', 'field:queue', 'limit'),
  }).toEqual({
    'a member': ['[member]'],
    'a member already': 'list waits for answer already.',
    itself: 'A list cannot wait for itself.',
    'no Deferred': 'later gives no Deferred, so no list can wait for it.',
    'a semaphore': ['[semaphore]'],
    'no semaphore': 'rows cannot guard a call: only a DeferredSemaphore can.',
    'a queue': ['[queue]'],
    'no queue': 'Nothing can be taken from limit: it is no DeferredQueue.',
  });
});

test('the end of a rail starts a node, waits for it where it can, and puts into a queue', () => {
  expect(
    ['later', 'wait', 'group', 'rows'].map((id) => offered('wait', 'rail:errback', id)),
  ).toEqual([['[start]'], ['[returnDeferred]'], ['[start]'], ['[put]']]);
});

test('every arrow that is offered makes a valid document', () => {
  let drawn = 0;
  for (const source of document.nodes) {
    for (const { start } of arrowStarts(source)) {
      for (const target of document.nodes) {
        for (const { does, refusal } of arrowOffer(document, start, target).meanings) {
          if (refusal !== null) continue;
          const result = edited(newHistory(document), addArrow(start, does, target.id), 0);
          expect(result.ok, `${source.id} ${does} ${target.id}`).toBe(true);
          drawn += 1;
        }
      }
    }
  }
  expect(drawn).toBeGreaterThan(500);
});

test('every kind that an arrow can lead to can be added at its end', () => {
  const kinds = PALETTE.flatMap((group) => group.kinds);
  const offeredFrom = (node: string, port: string): readonly NodeKind[] =>
    kinds.filter((kind) => {
      const start = startAt(node, port);
      const { likeliest } = arrowOffer(document, start, { id: '', kind, starts: 'never' });
      if (likeliest === null) return false;
      const id = newNodeId(document, kind);
      const target = { kind, id, position: { x: 0, y: 0 }, service: 'group' };
      const result = edited(newHistory(document), addArrowToNewNode(start, likeliest, target), 0);
      expect(result.ok, `${node} ${port} ${kind}`).toBe(true);
      return true;
    });
  expect({
    function: offeredFrom('later', 'own').length,
    rail: offeredFrom('wait', 'rail:callback').length,
    members: offeredFrom('list', 'field:member').length,
    semaphore: offeredFrom('limited', 'field:semaphore'),
    queue: offeredFrom('take', 'field:queue'),
    thread: offeredFrom('thread', 'own'),
  }).toEqual({
    function: 12,
    rail: 12,
    members: 9,
    semaphore: ['semaphore'],
    queue: ['queue'],
    thread: [],
  });
});

test('an arrow from a rail to a queue is a link whose function puts', () => {
  const edit = addArrow(startAt('wait', 'rail:errback'), 'put', 'rows');
  const result = edited(newHistory(document), edit, 0);
  if (!result.ok) throw new Error('refused');
  const { functions, nodes } = result.history.schedule;
  expect([
    edit.label,
    nodes.find(({ id }) => id === 'wait'),
    functions['wait_failed']?.steps.map(stepText),
  ]).toMatchObject([
    'continue wait with rows',
    { chain: [{ both: 'f' }, { errback: 'wait_failed' }] },
    ['put None into rows'],
  ]);
});

test('semaphores, queues and services begin no arrow', () => {
  expect(
    ['limit', 'rows', 'group', 'take'].map((id) => firstPort(nodeWithId(document, id)!)),
  ).toEqual([null, null, null, 'field:queue']);
});
