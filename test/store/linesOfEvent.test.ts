import { describe, expect, test } from 'vitest';

import { exportPython } from '#export/exportPython.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import type { Schedule } from '#schedule/schema.ts';
import { linesOfEvent } from '#store/linesOfEvent.ts';

import { lines, run } from '../support/runs.ts';
import { everyKindSchedule, schedule } from '../support/schedules.ts';

/** What a line must have in it that makes events of these kinds. */
const MADE_BY = {
  logged: /\bprint\(/,
  blocked: /\bsleep\(/,
  stopRequested: /\.stop\(\)/,
  bodyWaits: /await|def /,
  timeoutSet: /addTimeout/,
} as const;

/** Each event of a run with the lines that it belongs to, as one text. */
function codeOf(document: Schedule): readonly (readonly [event: string, code: string])[] {
  const { trace } = run(document);
  const program = exportPython(document);
  const code = program.text.split('\n');
  return lines(trace).map((line, sequence) => [
    line,
    linesOfEvent(program, document, trace, sequence)
      .map(({ first, last }) => code.slice(first - 1, last).join('\n'))
      .join(' | '),
  ]);
}

describe('the lines of an event', () => {
  const documents: readonly (readonly [string, Schedule])[] = [
    ...EXAMPLES.map(({ id, load }) => [id, load()] as const),
    ['every kind', everyKindSchedule()],
  ];
  test.each(documents)('of %s do what the event says', (_, document) => {
    const { trace } = run(document);
    const program = exportPython(document);
    const code = program.text.split('\n');
    const wrong: string[] = [];
    for (let sequence = 0; sequence < Math.min(trace.length, 2_000); sequence += 1) {
      const kind = trace.kindAt(sequence);
      const found = linesOfEvent(program, document, trace, sequence);
      const wanted = kind in MADE_BY ? MADE_BY[kind as keyof typeof MADE_BY] : null;
      const isThere = found.every(({ first, last }) =>
        (wanted ?? /./).test(code.slice(first - 1, last).join('\n')),
      );
      const isOfNode = trace.nodeAt(sequence) >= 0 || kind === 'stopRequested';
      if (!isThere || (isOfNode && found.length === 0)) wrong.push(lines(trace)[sequence] ?? '');
    }
    expect(wrong).toEqual([]);
  });

  test('are those of the one step that can have done it, of several alike', () => {
    const found = codeOf(
      schedule({
        horizon: 5,
        functions: {
          work: [
            { do: 'log', text: 'same', when: { call: 2 } },
            { do: 'log', text: 'same' },
            { do: 'block', for: 0.5 },
            { do: 'log', text: 'same' },
          ],
        },
        nodes: [{ kind: 'callLater', id: 'later', delay: 1, call: 'work' }],
      }),
    );
    expect(found.filter(([event]) => /same|blocks/.test(event))).toMatchInlineSnapshot(`
      [
        [
          "1.000 later same",
          "        if call == 2:
                  print("same") |         print("same")",
        ],
        [
          "1.000 later blocks 0.5 s",
          "        time.sleep(0.5)",
        ],
        [
          "1.500 later same",
          "        print("same")",
        ],
      ]
    `);
  });

  test('follow a coroutine behind its await', () => {
    const found = codeOf(
      schedule({
        horizon: 5,
        functions: {
          work: [
            { do: 'log', text: 'before {now}' },
            { do: 'await', node: 'later', start: true },
            { do: 'log', text: 'behind {now}' },
            { do: 'return', value: 3 },
          ],
        },
        nodes: [
          { kind: 'coroutine', id: 'body', call: 'work', chain: [] },
          { kind: 'deferLater', id: 'later', delay: 1, chain: [], starts: 'never' },
        ],
      }),
    );
    expect(found).toMatchInlineSnapshot(`
      [
        [
          "0.000 reactor starts",
          "",
        ],
        [
          "0.000 body started",
          "    def start_body(self) -> defer.Deferred[Any]:
              """Start the coroutine body."""
              self.body = defer.Deferred.fromCoroutine(self.work())
              return self.body",
        ],
        [
          "0.000 body work() called",
          "    async def work(self) -> Any:
              """Called by body."""
              print(f"before {self._reactor.seconds() - self._began:.3f}")
              await self.start_later()
              print(f"behind {self._reactor.seconds() - self._began:.3f}")
              return 3",
        ],
        [
          "0.000 body before 0.000",
          "        print(f"before {self._reactor.seconds() - self._began:.3f}")",
        ],
        [
          "0.000 later started",
          "        await self.start_later()",
        ],
        [
          "0.000 later due at 1 s",
          "    def start_later(self) -> defer.Deferred[Any]:
              """Start the deferLater later."""
              self.later = task.deferLater(self._reactor, 1)
              return self.later",
        ],
        [
          "0.000 body waits for later",
          "        await self.start_later()",
        ],
        [
          "1.000 reactor pass begins",
          "",
        ],
        [
          "1.000 later delayed call runs",
          "    def start_later(self) -> defer.Deferred[Any]:
              """Start the deferLater later."""
              self.later = task.deferLater(self._reactor, 1)
              return self.later",
        ],
        [
          "1.000 later fired with None",
          "    def start_later(self) -> defer.Deferred[Any]:
              """Start the deferLater later."""
              self.later = task.deferLater(self._reactor, 1)
              return self.later",
        ],
        [
          "1.000 body goes on with None",
          "    def start_body(self) -> defer.Deferred[Any]:
              """Start the coroutine body."""
              self.body = defer.Deferred.fromCoroutine(self.work())
              return self.body",
        ],
        [
          "1.000 body behind 1.000",
          "        print(f"behind {self._reactor.seconds() - self._began:.3f}")",
        ],
        [
          "1.000 body work() → 3",
          "        return 3",
        ],
        [
          "1.000 body fired with 3",
          "    def start_body(self) -> defer.Deferred[Any]:
              """Start the coroutine body."""
              self.body = defer.Deferred.fromCoroutine(self.work())
              return self.body",
        ],
        [
          "1.000 reactor pass ends",
          "",
        ],
      ]
    `);
  });
});
