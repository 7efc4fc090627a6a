import { expect, test } from 'vitest';

import { VERSION } from '#schedule/schema.ts';
import { upgradeDocument, UPGRADERS, type Upgrader } from '#schedule/upgrade.ts';

test('there is one upgrader for each version before this one, in order', () => {
  const versions = Array.from({ length: VERSION - 1 }, (_, index) => index + 1);
  expect(UPGRADERS.map(({ from }) => from)).toEqual(versions);
});

/** Three steps, of which the second cannot read a document that is marked as broken. */
const STEPS: readonly Upgrader[] = [
  { from: 1, upgrade: ({ title, ...rest }) => ({ ...rest, name: title }) },
  {
    from: 2,
    upgrade: (document) => {
      if (document['broken'] === true) throw new Error('broken: must not be true');
      return { ...document, name: `${String(document['name'])}!` };
    },
  },
  { from: 3, upgrade: (document) => ({ ...document, notes: `of ${String(document['name'])}` }) },
];

test('the steps are taken in order, from the version of the document on', () => {
  expect(
    [
      { version: 1, title: 'Poll' },
      { version: 3, name: 'Poll' },
      { version: 4, name: 'Poll' },
      { version: 5 },
      { version: '1', title: 'Poll' },
      { title: 'Poll' },
      null,
    ].map((document) => upgradeDocument(document, STEPS, 4)),
  ).toEqual(
    [
      { version: 4, name: 'Poll!', notes: 'of Poll!' },
      { version: 4, name: 'Poll', notes: 'of Poll' },
      { version: 4, name: 'Poll' },
      { version: 5 },
      { version: '1', title: 'Poll' },
      { title: 'Poll' },
      null,
    ].map((document) => ({ ok: true, document })),
  );
});

test('the document that is given stays as it is', () => {
  const document = { version: 1, title: 'Poll' };
  upgradeDocument(document, STEPS, 4);
  expect(document).toEqual({ version: 1, title: 'Poll' });
});

test('a step that fails names its versions and the reason', () => {
  expect(upgradeDocument({ version: 1, title: 'Poll', broken: true }, STEPS, 4)).toEqual({
    ok: false,
    problem: {
      path: ['version'],
      message:
        'is 1, and the step from version 2 to 3 failed: broken: must not be true. ' +
        'Mend that in the file, or save it again with the program that wrote it',
    },
  });
});
