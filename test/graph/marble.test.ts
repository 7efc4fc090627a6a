import { expect, test } from 'vitest';

import { chainMark, runningPlace } from '#graph/state/marble.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createStateCursor } from '#trace/stateCursor.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** Where the marble of the first node is after each event, and which function runs, where that changes. */
function journey(document: Schedule, links: number): readonly string[] {
  const { trace } = run(document);
  const cursor = createStateCursor(trace);
  const said: string[] = [];
  let before = '';
  lines(trace).forEach((line, sequence) => {
    const instance = cursor.at(sequence + 1).newest(0);
    const mark = chainMark(instance?.deferred ?? null, links);
    const running = runningPlace(instance?.inside ?? []);
    const where = JSON.stringify([mark, running]);
    if (where === before) return;
    before = where;
    said.push(`${line}: ${markText(mark)}${running === null ? '' : `, in ${placeText(running)}`}`);
  });
  return said;
}

function markText(mark: ReturnType<typeof chainMark>): string {
  if (mark === null) return 'no value';
  if (mark.is === 'waiting') return `gap ${mark.gap} waits for node ${mark.on.node}`;
  const { gap, rail, text, taken, unhandled } = mark;
  return `gap ${gap} on ${rail} ${text}${taken ? ' (taken)' : ''}${unhandled ? ' (unhandled)' : ''}`;
}

function placeText(place: NonNullable<ReturnType<typeof runningPlace>>): string {
  return place.at === 'own' ? 'own' : `${place.rail} ${place.link}`;
}

test('the marble goes down the chain, changes rails, waits, and ends unhandled', () => {
  const document = schedule({
    functions: {
      get: [{ do: 'return', value: 'a long text of rows' }],
      parse: [{ do: 'raise', error: { type: 'ValueError', message: 'no' } }],
      again: [{ do: 'returnDeferred', node: 'second', start: true }],
      fail: [{ do: 'raise', error: { type: 'KeyError', message: '' } }],
    },
    nodes: [
      {
        kind: 'deferLater',
        id: 'first',
        delay: 1,
        call: 'get',
        chain: [{ callback: 'parse' }, { callback: 'parse', errback: 'again' }],
      },
      { kind: 'deferLater', id: 'second', delay: 2, call: 'fail', starts: 'never' },
    ],
  });
  expect(journey(document, 2)).toEqual([
    '0.000 reactor starts: no value',
    '1.000 first fired with None: gap 0 on callback None',
    '1.000 first get() called: gap 0 on callback None, in own',
    "1.000 first get() → 'a long text of rows': gap 0 on callback 'a long text of rows'",
    "1.000 first parse('a long text of rows') called: gap 0 on callback 'a long text of rows', in callback 0",
    "1.000 first parse('a long text of rows') raised ValueError('no'): gap 1 on errback ValueError('no')",
    "1.000 first again(ValueError('no')) called: gap 1 on errback ValueError('no'), in errback 1",
    "1.000 first again(ValueError('no')) → Deferred of second: no value",
    '1.000 first waits for second: gap 2 waits for node 1',
    '3.000 first goes on with KeyError(): gap 2 on errback KeyError()',
    '3.000 first unhandled so far: KeyError(): gap 2 on errback KeyError() (unhandled)',
  ]);
});

test('a result that somebody waited for is taken, and what is left is None', () => {
  const document = schedule({
    functions: {
      wait: [{ do: 'returnDeferred', node: 'given', start: false }],
      get: [{ do: 'return', value: 7 }],
    },
    nodes: [
      { kind: 'deferLater', id: 'given', delay: 1, call: 'get' },
      { kind: 'deferLater', id: 'taker', delay: 0, call: 'wait' },
    ],
  });
  expect(journey(document, 0).slice(-2)).toEqual([
    '1.000 given get() → 7: gap 0 on callback 7',
    '1.000 given result taken, now None: gap 0 on callback None, taken (taken)',
  ]);
});

test('a chain that was shortened since the run shows its value at its end', () => {
  const deferred = {
    called: true,
    result: { is: 'json', json: 1 } as const,
    place: 5,
    waitsOn: null,
    cancelled: false,
    taken: false,
    unhandled: false,
    reported: false,
    pauses: 0,
  };
  const mark = chainMark(deferred, 2);
  expect(mark?.gap).toBe(2);
});
