import { expect, test } from 'vitest';

import { decodeFile, MAX_BYTES } from '#app/files/decodeFile.ts';
import { scheduleFileName } from '#app/files/fileNames.ts';
import { formatBytes } from '#app/files/formatBytes.ts';
import { readScheduleFile, type ReadableFile } from '#app/files/readScheduleFile.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { formatPlacedProblem } from '#schedule/problem.ts';
import { scheduleText } from '#schedule/scheduleText.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

test('text is UTF-8, with or without a byte order mark; all else is refused in words', () => {
  const utf16 = 'is written as UTF-16: save it as UTF-8, then open it again';
  expect([
    decodeFile(new TextEncoder().encode('{"name": "é 中"}')),
    decodeFile(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d)),
    decodeFile(bytes(0xff, 0xfe, 0x7b, 0)),
    decodeFile(bytes(0xfe, 0xff, 0, 0x7b)),
    decodeFile(bytes(0x89, 0x50, 0, 1)),
    decodeFile(bytes(0x7b, 0xe9, 0x7d)),
  ]).toEqual([
    { ok: true, text: '{"name": "é 中"}' },
    { ok: true, text: '{}' },
    { ok: false, message: utf16 },
    { ok: false, message: utf16 },
    { ok: false, message: 'is no text: byte 3 is 0. Choose a file that the studio has saved' },
    {
      ok: false,
      message:
        'is no UTF-8 text. Where it is text of another encoding, save it as UTF-8; else choose a file that the studio has saved',
    },
  ]);
});

test('sizes are said in the unit that fits', () => {
  expect([0, 999, 1_000, 104_857_600, 3e9].map(formatBytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '104.9 MB',
    '3 GB',
  ]);
});

test('the name of a file is that of the schedule, as far as file systems take it', () => {
  const names = [
    'Poll a feed',
    '轮询',
    ' ..a/b\\c:d*e?.. ',
    '',
    '...',
    'CON',
    'com1',
    `${'x'.repeat(79)}😀`,
    'a\u202eb',
  ];
  expect(names.map(scheduleFileName)).toEqual([
    'Poll a feed.schedule.json',
    '轮询.schedule.json',
    'a b c d e.schedule.json',
    'schedule.schedule.json',
    'schedule.schedule.json',
    '_CON.schedule.json',
    '_com1.schedule.json',
    `${'x'.repeat(79)}.schedule.json`,
    'a b.schedule.json',
  ]);
});

const refusal = async (file: ReadableFile): Promise<readonly string[]> => {
  const read = await readScheduleFile(file);
  return read.ok ? [] : [read.refused.title, ...read.refused.problems.map(formatPlacedProblem)];
};

test('a file is read, questionable or not', async () => {
  const schedule = EXAMPLES[0].load();
  const file = new File([scheduleText(schedule)], 'poll.schedule.json');
  const odd = new File([scheduleText({ ...schedule, advances: [1] })], 'odd.schedule.json');
  expect(await readScheduleFile(file)).toEqual({ ok: true, schedule });
  expect(await readScheduleFile(odd)).toMatchObject({ ok: true });
});

test('a file is refused with its name and every reason', async () => {
  const unreadable = (why: string) => (): Promise<ArrayBuffer> => Promise.reject(new Error(why));
  const huge = { name: 'huge.json', size: 104_857_600, arrayBuffer: unreadable('not to be read') };
  const gone = { name: 'gone.json', size: 10, arrayBuffer: unreadable('it is gone') };
  expect([
    await refusal(huge),
    await refusal(gone),
    await refusal(new File([], 'empty.json')),
    await refusal(new File(['{"format": 1,}'], 'comma.json')),
    await refusal(new File(['{"name": "other"}'], 'package.json')),
  ]).toEqual([
    [
      'huge.json was not opened',
      `document: is 104.9 MB large, and a schedule has at most ${formatBytes(MAX_BYTES)}: choose a file that the studio has saved`,
    ],
    [
      'gone.json was not opened',
      'document: could not be read: it is gone. Choose it once more, or another file',
    ],
    ['empty.json was not opened', 'document: is empty: choose a file that the studio has saved'],
    [
      'comma.json was not opened',
      'line 1, column 13: document: must be JSON: nothing follows this comma: remove it',
    ],
    [
      'package.json was not opened',
      'line 1, column 1: format: must be "reactor-studio/schedule", got nothing: this is no schedule. Open a file that the studio has saved',
    ],
  ]);
});
