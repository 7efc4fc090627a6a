import { expect, test } from 'vitest';

import { droppedFile, type Transfer } from '#app/files/droppedFile.ts';

type Item = Transfer['items'] extends Iterable<infer I> ? I : never;

const FILE = new File(['{}'], 'poll.schedule.json');

const item = (parts: Partial<Item>): Item => ({
  kind: 'file',
  getAsFile: () => FILE,
  webkitGetAsEntry: () => null,
  ...parts,
});
const folder = { isDirectory: true, isFile: false, name: 'schedules', fullPath: '/schedules' };
const entry = (): ReturnType<Item['webkitGetAsEntry']> =>
  ({ ...folder, filesystem: {}, getParent: () => undefined }) as unknown as FileSystemEntry;

test('one file is taken, whatever else the drag brings along', () => {
  const items = [item({ kind: 'string', getAsFile: () => null }), item({})];
  expect(droppedFile({ items })).toEqual({ ok: true, file: FILE });
});

test('two files, a folder and what is no file are refused in words', () => {
  const directory = item({
    getAsFile: () => new File([], 'schedules'),
    webkitGetAsEntry: entry,
  });
  expect(
    [[item({}), item({})], [directory], [item({ getAsFile: () => null })], []].map((items) =>
      droppedFile({ items }),
    ),
  ).toEqual([
    { ok: false, title: '2 files were not opened', message: 'were dropped at once: drop one' },
    {
      ok: false,
      title: 'schedules was not opened',
      message: 'is a folder: drop a file out of it',
    },
    { ok: false, title: 'Nothing was opened', message: 'is no file: drop a file' },
    { ok: false, title: 'Nothing was opened', message: 'is no file: drop a file' },
  ]);
});
