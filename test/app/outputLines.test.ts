import { expect, test } from 'vitest';

import {
  lineAt,
  linesAtEnd,
  linesUntil,
  outputReader,
  textOfOutput,
  type OutputLine,
} from '#app/output/outputLines.ts';
import { EXAMPLES } from '#schedule/examples.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const READER = outputReader('');
const RAISE = { do: 'raise', error: { type: 'ValueError', message: 'no' } };

function outputOf(source: ReturnType<typeof schedule>) {
  const { trace, end } = run(source);
  const output = READER.readOn(READER.begin(trace), trace.length);
  return { output, end, trace };
}

/** All lines, those at the end of the program too. */
function linesOf({ output, end }: ReturnType<typeof outputOf>): readonly string[] {
  const printed = Array.from({ length: output.count }, (_, line) => lineAt(output, line));
  return [...printed, ...linesAtEnd(output, end)].map((line) =>
    line === null ? 'no line' : written(line),
  );
}

function written(line: OutputLine): string {
  const { time, stream, subject, text } = line;
  return `${time.toFixed(3)} ${stream} ${subject}: ${text}`;
}

test('what the program logs is its output', () => {
  const all = outputOf(EXAMPLES[0].load());
  expect(linesOf(all)).toEqual([
    '0.000 output poll: check 1 at 0.000 s',
    '5.000 output poll: check 2 at 5.000 s',
    '10.000 output poll: check 3 at 10.000 s',
    '15.000 output poll: check 4 at 15.000 s',
    "15.000 output poll: polling stopped: ValueError('the feed is empty')",
  ]);
});

test('a text of two lines is two lines', () => {
  const { output } = outputOf(
    schedule({
      functions: { say: [{ do: 'log', text: 'one\ntwo' }] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'say' }],
    }),
  );
  expect([textOfOutput(output, []), lineAt(output, 0)?.text, lineAt(output, 1)?.text]).toEqual([
    'one\ntwo\n',
    'one',
    'two',
  ]);
});

test('an exception of a delayed call is logged as an error when it happens', () => {
  const all = outputOf(
    schedule({
      functions: { fail: [RAISE] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'fail' }],
    }),
  );
  expect(linesOf(all)).toEqual(["1.000 error a: Unhandled Error: ValueError('no')"]);
});

test('a failure that nobody handles is written once: when its Deferred is let go, or at the end', () => {
  const all = outputOf(
    schedule({
      functions: { fail: [RAISE], again: [{ do: 'start', node: 'job' }] },
      nodes: [
        { kind: 'deferLater', id: 'job', delay: 1, call: 'fail' },
        { kind: 'callLater', id: 'restart', delay: 2, call: 'again' },
      ],
    }),
  );
  expect(linesOf(all)).toEqual([
    "2.000 error job: Unhandled error in Deferred: ValueError('no')",
    "3.000 error job: Unhandled error in Deferred: ValueError('no')",
  ]);
});

test('a run that only paused has written nothing at its end', () => {
  const { output, end } = outputOf(
    schedule({
      functions: { fail: [RAISE] },
      nodes: [{ kind: 'deferLater', id: 'job', delay: 1, call: 'fail' }],
    }),
  );
  expect([
    linesAtEnd(output, end).length,
    linesAtEnd(output, { ...end, why: 'limit' }).length,
  ]).toEqual([1, 0]);
});

test('the playhead parts what was printed from what will be', () => {
  const { output, trace } = outputOf(EXAMPLES[0].load());
  const counts = [0, trace.countUntil(5, false), trace.countUntil(5, true), trace.length];
  expect(counts.map((count) => linesUntil(output, count))).toEqual([0, 1, 2, 5]);
});

test('reading on in slices gives the lines of reading at one go', () => {
  const { output, trace } = outputOf(EXAMPLES[0].load());
  let sliced = READER.begin(trace);
  for (let upTo = 0; upTo <= trace.length; upTo += 3) sliced = READER.readOn(sliced, upTo);
  sliced = READER.readOn(sliced, trace.length);
  expect(sliced).toEqual(output);
});

test('a filter looks at each line of a text, whatever its case', () => {
  const { trace } = outputOf(
    schedule({
      functions: { say: [{ do: 'log', text: 'One\ntwo\ntone' }] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'say' }],
    }),
  );
  const reader = outputReader('ONE');
  const output = reader.readOn(reader.begin(trace), trace.length);
  expect([textOfOutput(output, []), lineAt(output, 1)?.text, lineAt(output, 2)]).toEqual([
    'One\ntone\n',
    'tone',
    null,
  ]);
});
