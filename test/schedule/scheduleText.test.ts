import { expect, test } from 'vitest';

import { emptySchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { scheduleText } from '#schedule/scheduleText.ts';

test('every example comes back from its text as it was', () => {
  for (const example of EXAMPLES) {
    const schedule = example.load();
    expect(parseScheduleText(scheduleText(schedule))).toEqual({ ok: true, schedule });
  }
});

test('keys stand in the order of the format, not of the edits', () => {
  const { name, format, ...rest } = emptySchedule();
  const text = scheduleText({
    ...rest,
    name,
    nodes: [
      {
        delay: 1,
        call: 'f',
        starts: 'program',
        position: { y: 2, x: 1 },
        label: 'later',
        id: 'a',
        kind: 'callLater',
      },
    ],
    functions: { f: { steps: [{ value: { b: 1, a: 2 }, do: 'return' }] } },
    format,
  });
  const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key]) => key);
  expect(keys).toEqual(
    (
      'format version name notes horizon seed clock advances epoch threadPool min max functions f steps ' +
      'do value b a nodes kind id label position x y starts delay call breakpoints'
    ).split(' '),
  );
  expect(text.endsWith('}\n')).toBe(true);
});
