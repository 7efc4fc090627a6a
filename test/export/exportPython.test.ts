import { describe, expect, test } from 'vitest';

import { exportPython } from '#export/exportPython.ts';
import type { LineRange } from '#export/lineWriter.ts';
import { EXPORT_CLASS_NAMES } from '#schedule/exceptions.ts';
import { DEFERRED_KINDS, stepsThatMayName } from '#schedule/language.ts';

import { schedule } from '../support/schedules.ts';
import { fixture, FIXTURES } from './fixtures.ts';

test('the docstring keeps the lines of lists and headings, and nothing of slides', () => {
  const notes =
    '# A poll\nIt is late.\n\n---\n\n@ 4 s poll\nIt goes\non:\n* one\n  with more\n* two\n1. three';
  const { text } = exportPython({ ...schedule({ nodes: [] }), notes });
  expect(text.slice(text.indexOf('# A poll'), text.indexOf('\n\nMade by'))).toBe(
    '# A poll\nIt is late.\n\nIt goes on:\n* one with more\n* two\n1. three',
  );
});

describe('the whole program', () => {
  // After a wanted change: npx vitest run test/export -u, and read the difference.
  test.each(FIXTURES)('of %s is the expected one', async (name) => {
    const { text } = exportPython(fixture(name));
    await expect(text).toMatchFileSnapshot(`./expected/${name}.py`);
  });

  test('is kept for every kind, step, link, condition and way to draw', () => {
    const schedules = FIXTURES.map(fixture);
    const nodes = schedules.flatMap((one) => one.nodes);
    const steps = schedules.flatMap((one) => Object.values(one.functions)).flatMap((f) => f.steps);
    const links = nodes.flatMap((node) => ('chain' in node ? node.chain : []));
    const drawn = [
      ...nodes.flatMap((node) => ('delay' in node ? [node.delay] : [])),
      ...steps.flatMap((step) => (step.do === 'block' ? [step.for] : [])),
    ].filter((duration) => typeof duration !== 'number');
    const sorted = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();
    expect({
      kinds: sorted(nodes.map((node) => node.kind)),
      steps: sorted(steps.map((step) => step.do)),
      links: sorted(links.map((link) => Object.keys(link).join('+'))),
      conditions: sorted(steps.flatMap((step) => Object.keys(step.when ?? {}))),
      drawn: sorted(drawn.flatMap((duration) => Object.keys(duration))),
      clocks: sorted(schedules.map((one) => `${one.clock} ${typeof one.advances}`)),
    }).toEqual({
      kinds: sorted([
        ...DEFERRED_KINDS,
        'callLater',
        'semaphore',
        'queue',
        'service',
        'outsideEvent',
      ]),
      steps: sorted([
        ...stepsThatMayName('callLater'),
        ...stepsThatMayName('deferred'),
        ...stepsThatMayName('cooperate'),
        ...stepsThatMayName('queue'),
        'block',
        'log',
        'raise',
        'return',
        'stopReactor',
      ]),
      links: ['both', 'callback', 'callback+errback', 'errback', 'timeout'],
      conditions: ['call', 'chance', 'error', 'everyCall', 'fromCall', 'input', 'untilCall'],
      drawn: ['choice', 'exponential', 'lognormal', 'normal', 'uniform'],
      clocks: ['reactor string', 'testClock object', 'testClock string'],
    });
  });
});

describe('the map of lines', () => {
  test('leads from a node, a link, a function and a step to what they became', () => {
    const { text, nodes, functions } = exportPython(fixture('fetch_with_timeout'));
    const lines = text.split('\n');
    const at = (range: LineRange | undefined): readonly string[] =>
      range === undefined
        ? []
        : lines.slice(range.first - 1, range.last).map((line) => line.trim());
    const fetch = nodes.get('fetch');
    const close = functions.get('close');
    expect({
      node: [at(fetch).at(0), at(fetch).at(-1)],
      links: fetch?.links.map(at),
      function: [at(close).at(0), at(close).at(-1)],
      steps: close?.steps.map(at),
    }).toEqual({
      node: ['def start_fetch(self) -> defer.Deferred[Any]:', 'return d'],
      links: [
        ['d.addTimeout(3, self._reactor)'],
        ['d.addCallback(self.parse)'],
        ['d.addErrback(self.on_late)'],
        ['d.addCallbacks(self.store, self.give_up)'],
        ['d.addBoth(self.close)'],
      ],
      function: ['def close(self, value: Any) -> Any:', 'return None'],
      steps: [
        ['print(f"closed after call {call}: {shown}")'],
        ['if value == 3:', 'return True'],
        [
          'if isinstance(value, Failure) and value.check(ValueError):',
          'raise defer.CancelledError()',
        ],
      ],
    });
  });

  test('leads from a semaphore and a queue to where they are made, from a service to both methods', () => {
    const two = exportPython(fixture('two_at_once'));
    const tree = exportPython(fixture('a_tree_of_services'));
    const first = (program: typeof two, id: string): string | undefined =>
      program.text.split('\n')[(program.nodes.get(id)?.first ?? 0) - 1]?.trim();
    const database = tree.nodes.get('database');
    expect([first(two, 'slots'), first(two, 'jobs'), first(tree, 'database')]).toEqual([
      'self.slots = defer.DeferredSemaphore(2)',
      'self.jobs: defer.DeferredQueue[Any] = defer.DeferredQueue(size=10, backlog=1)',
      'def start_database(self) -> None:',
    ]);
    const lines = tree.text.split('\n').slice((database?.first ?? 0) - 1, database?.last);
    expect(lines.filter((line) => line.includes('def '))).toHaveLength(2);
  });

  test('has an entry for everything in every schedule, in order and within the text', () => {
    for (const name of FIXTURES) {
      const document = fixture(name);
      const program = exportPython(document);
      const count = program.text.split('\n').length;
      expect([...program.nodes.keys()]).toEqual(document.nodes.map((node) => node.id));
      expect([...program.functions.keys()]).toEqual(Object.keys(document.functions));
      for (const [id, { steps, ...whole }] of program.functions) {
        expect(steps).toHaveLength(document.functions[id]?.steps.length ?? -1);
        const ends = steps.flatMap(({ first, last }) => [first, last]);
        expect([whole.first, ...ends, whole.last]).toEqual(
          [whole.first, ...ends, whole.last].toSorted((a, b) => a - b),
        );
        expect(whole.last).toBeLessThan(count);
      }
    }
  });
});

describe('only what is used', () => {
  const tick = { id: 'tick', kind: 'callLater', delay: 1, call: 'f' };

  test('is imported and counted', () => {
    const { text } = exportPython(schedule({ nodes: [tick], functions: { f: [] } }));
    expect(text.match(/^(?:import|from) .*$/gm)).toEqual([
      'from __future__ import annotations',
      'from twisted.internet import defer, task',
      'from twisted.internet.base import ReactorBase',
      'from twisted.internet.interfaces import IDelayedCall',
    ]);
    expect(text).not.toMatch(/_calls|_began|SEED|Any/);
  });

  test('is asked: a node that was just started has no check, one that may not be has one', () => {
    const functions = {
      sure: [
        { do: 'start', node: 'tick' },
        { do: 'cancel', node: 'tick' },
      ],
      unsure: [
        { do: 'start', node: 'tick', when: { call: 1 } },
        { do: 'reset', node: 'tick', seconds: 2 },
        { do: 'delay', node: 'tick', seconds: 2 },
      ],
      f: [],
    };
    const { text } = exportPython(schedule({ nodes: [tick], functions }));
    const method = (name: string): string | undefined =>
      text.split(/\n\n+/).find((part) => part.includes(`def ${name}(`));
    expect(method('sure')).not.toContain('RuntimeError');
    expect(method('unsure')?.match(/RuntimeError\("tick has not been started"\)/g)).toHaveLength(1);
  });
});

describe('the names that no exception of a schedule may have', () => {
  test('are those at the top of the programs, and those of Python that are no exceptions', () => {
    const tops = FIXTURES.map(fixture).flatMap((one) => {
      const { text } = exportPython(one);
      const imported = [...text.matchAll(/^from \S+ import (.*)$/gm)].flatMap(([, names]) =>
        (names ?? '').split(', '),
      );
      const constants = [...text.matchAll(/^(\w+) = /gm)].map(([, name]) => name ?? '');
      return [...imported, ...constants].filter((name) => /^[A-Z]/.test(name));
    });
    expect(new Set([...tops, 'False', 'None', 'True', 'Ellipsis', 'NotImplemented'])).toEqual(
      EXPORT_CLASS_NAMES,
    );
  });
});

describe('the name of the class', () => {
  const named = (name: string, functions = {}): readonly string[] => {
    const { className, fileName } = exportPython({ ...schedule({ nodes: [], functions }), name });
    return [className, fileName];
  };

  test('comes from the name of the schedule, as the name of the file does', () => {
    expect(
      ['Poll a feed', 'café – 2 go', '3 loops', '轮询', '', 'time', 'x'.repeat(200)].map((name) =>
        named(name),
      ),
    ).toEqual([
      ['PollAFeed', 'poll_a_feed.py'],
      ['Cafe2Go', 'cafe_2_go.py'],
      ['Schedule3Loops', 'schedule_3_loops.py'],
      ['Schedule', 'schedule.py'],
      ['Schedule', 'schedule.py'],
      ['Time', 'schedule_time.py'],
      [`X${'x'.repeat(59)}`, `schedule_${'x'.repeat(60)}.py`],
    ]);
  });

  test('is none of an exception and none that the module uses', () => {
    const raising = (type: string) => ({ f: [{ do: 'raise', error: { type, message: '' } }] });
    expect(
      [
        named('Value error', { f: [] }),
        named('Value Error'),
        named('failure'),
        named('None'),
        named('Cancelled error'),
        named('Feed error', raising('FeedError')),
        named('Feed error', {
          f: [
            { do: 'raise', error: { type: 'FeedErrorSchedule', message: '' }, when: { call: 1 } },
            { do: 'raise', error: { type: 'FeedError', message: '' } },
          ],
        }),
      ].map(([className]) => className),
    ).toEqual([
      'ValueErrorSchedule',
      'ValueErrorSchedule',
      'FailureSchedule',
      'NoneSchedule',
      'CancelledErrorSchedule',
      'FeedErrorSchedule',
      'FeedErrorScheduleSchedule',
    ]);
  });
});
