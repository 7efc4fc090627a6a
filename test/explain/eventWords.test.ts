import { describe, expect, test } from 'vitest';

import { eventWords, type EventWords } from '#explain/eventWords.ts';
import { RULES } from '#explain/rules.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import type { Schedule } from '#schedule/schema.ts';
import { KINDS } from '#trace/eventKinds.ts';
import type { Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';
import { everyKindSchedule, schedule } from '../support/schedules.ts';

const TRACES: readonly Trace[] = [
  ...EXAMPLES.map(({ load }) => load()),
  everyKindSchedule(),
  errorsSchedule(),
].map((document) => run(document).trace);

/** A failure that nobody handles until a coroutine awaits it, and one that nobody ever handles. */
function errorsSchedule(): Schedule {
  return schedule({
    horizon: 9,
    functions: {
      burst: [{ do: 'raise', error: { type: 'ValueError', message: 'burst' } }],
      again: [{ do: 'start', node: 'lost' }],
      body: [{ do: 'await', node: 'kept' }],
      late: [{ do: 'start', node: 'reader' }],
    },
    nodes: [
      { kind: 'deferLater', id: 'lost', delay: 1, call: 'burst' },
      { kind: 'callLater', id: 'repeat', delay: 3, call: 'again' },
      { kind: 'deferLater', id: 'kept', delay: 1, call: 'burst' },
      { kind: 'coroutine', id: 'reader', call: 'body', starts: 'never' },
      { kind: 'callLater', id: 'read', delay: 4, call: 'late' },
    ],
  });
}

/** Each of the first events of each run, with its words. */
function* explained(): Generator<readonly [Trace, number, EventWords]> {
  for (const trace of TRACES) {
    for (let sequence = 0; sequence < Math.min(trace.length, 2_000); sequence += 1) {
      yield [trace, sequence, eventWords(trace, sequence)];
    }
  }
}

/** What an event of a schedule's run means, by its line of the list of events. */
function wordsOf(document: Schedule, line: string): EventWords {
  const { trace } = run(document);
  const sequence = lines(trace).findIndex((one) => one.endsWith(line));
  if (sequence === -1) throw new Error(`no "${line}" in\n${lines(trace).join('\n')}`);
  return eventWords(trace, sequence);
}

describe('the words of an event', () => {
  test('are there for every kind, with a rule, and name whatever they speak of', () => {
    const silent = new Set<string>(KINDS);
    const wrong: string[] = [];
    for (const [trace, sequence, { text, next, rule }] of explained()) {
      silent.delete(trace.kindAt(sequence));
      const all = `${text} ${next ?? ''}`;
      const isWhole = /^[A-Z`].*[.:]$/u.test(text) && (next === null || next.endsWith('.'));
      if (!isWhole || /`\?`|\{\{|undefined|null/u.test(all) || !(rule in RULES)) {
        wrong.push(`${lines(trace)[sequence]}: ${all} [${rule}]`);
      }
    }
    expect([...silent]).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('say of a loop that was late what it skipped', () => {
    const document = schedule({
      horizon: 10,
      functions: { slow: [{ do: 'block', for: 2.5 }] },
      nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, now: true, call: 'slow' }],
    });
    expect(wordsOf(document, 'poll skipped 2 ticks')).toEqual({
      text: 'When the loop came to plan its next tick, 2 points of its grid had passed: they are skipped.',
      next: 'It goes on at the next point that is still to come. Nothing is made up for.',
      rule: 'grid',
    });
  });

  test('say of a delayed call that was late by how much', () => {
    const document = schedule({
      horizon: 10,
      functions: { slow: [{ do: 'block', for: 2.5 }], ring: [] },
      nodes: [
        { kind: 'callLater', id: 'first', delay: 1, call: 'slow' },
        { kind: 'callLater', id: 'second', delay: 2, call: 'ring' },
      ],
    });
    expect(wordsOf(document, 'second delayed call runs, 1.5 s late').text).toBe(
      'The time of `second` came 1.5 s ago: the reactor was busy, and calls it now.',
    );
  });

  test('tell a task that is paused from a Deferred that is paused', () => {
    const document = schedule({
      horizon: 5,
      functions: {
        slice: [{ do: 'pause', node: 'job', when: { call: 1 } }],
        freeze: [{ do: 'pause', node: 'answer' }],
      },
      nodes: [
        { kind: 'cooperate', id: 'job', call: 'slice' },
        { kind: 'deferred', id: 'answer' },
        { kind: 'callLater', id: 'later', delay: 1, call: 'freeze' },
      ],
    });
    expect(wordsOf(document, 'job pause() called').rule).toBe('cooperator');
    expect(wordsOf(document, 'answer pause() called').rule).toBe('pause');
  });

  test('of a chain that goes on name what it waited for, the second time too', () => {
    const document = schedule({
      horizon: 9,
      functions: {
        one: [{ do: 'returnDeferred', node: 'first', start: true }],
        two: [{ do: 'returnDeferred', node: 'second', start: true }],
      },
      nodes: [
        { kind: 'deferLater', id: 'first', delay: 1, starts: 'never' },
        { kind: 'deferLater', id: 'second', delay: 2, starts: 'never' },
        {
          kind: 'deferLater',
          id: 'both',
          delay: 1,
          chain: [{ callback: 'one' }, { callback: 'two' }],
        },
      ],
    });
    const { trace } = run(document);
    const resumed = [...lines(trace).keys()].filter((at) => trace.kindAt(at) === 'resumed');
    expect(resumed.map((at) => eventWords(trace, at).text)).toEqual([
      '`first` has `None`: the chain goes on with it.',
      '`second` has `None`: the chain goes on with it.',
    ]);
  });
});
