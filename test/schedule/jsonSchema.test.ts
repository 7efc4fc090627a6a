import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

import { emptySchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { SCHEMA_FILE, scheduleJsonSchema } from '#schedule/jsonSchema.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';

const published: unknown = JSON.parse(readFileSync(`public/schema/${SCHEMA_FILE}`, 'utf8'));

// Formats are checked by their patterns.
const validate = new Ajv2020({
  validateFormats: false,
  strict: true,
  strictRequired: false,
}).compile(scheduleJsonSchema());

test('the published schema is that of this version: npm run schema writes it', () => {
  expect(published).toEqual(scheduleJsonSchema());
});

test('it accepts every example, and what is left out', () => {
  const short = { ...emptySchedule(), notes: undefined, seed: undefined, clock: undefined };
  const breakpoints = [
    { on: 'time', time: 1 },
    { on: 'event', node: 'a', enabled: false },
  ];
  const documents = [
    { ...emptySchedule(), breakpoints },
    ...EXAMPLES.map((example) => example.load()),
    JSON.parse(JSON.stringify(short)),
  ];
  expect(documents.map((document) => [validate(document), validate.errors])).toEqual(
    documents.map(() => [true, null]),
  );
});

const at = { position: { x: 0, y: 0 }, starts: 'program' };
const node = (fields: object): object => ({
  ...emptySchedule(),
  nodes: [{ ...at, id: 'a', ...fields }],
});
const step = (fields: object): object => ({
  ...emptySchedule(),
  functions: { f: { steps: [fields] } },
});

test('what it refuses, the studio refuses too', () => {
  const broken: readonly unknown[] = [
    null,
    [],
    {},
    { ...emptySchedule(), version: 2 },
    { ...emptySchedule(), colour: 'red' },
    { ...emptySchedule(), horizon: -1 },
    { ...emptySchedule(), horizon: '60' },
    { ...emptySchedule(), epoch: 'tomorrow' },
    { ...emptySchedule(), clock: 'sundial' },
    { ...emptySchedule(), functions: { '1st': { steps: [] } } },
    { ...emptySchedule(), functions: { _f: { steps: [] } } },
    { ...emptySchedule(), breakpoints: [{ on: 'noon' }] },
    { ...emptySchedule(), breakpoints: [{ on: 'event' }] },
    { ...emptySchedule(), breakpoints: [{ on: 'text', text: '' }] },
    node({ kind: 'dance' }),
    node({ kind: 'callLater', delay: 1 }),
    node({ kind: 'callLater', delay: 1, call: 'f', chain: [] }),
    node({ kind: 'callLater', delay: { uniform: [1] }, call: 'f' }),
    node({ kind: 'callLater', delay: { exponential: 1, normal: [1, 1] }, call: 'f' }),
    node({ kind: 'deferred', chain: [{}] }),
    node({ kind: 'deferred', chain: [{ both: 'f', callback: 'f' }] }),
    node({ kind: 'deferred', chain: [{ timeout: 1, both: 'f' }] }),
    node({ kind: 'semaphore', tokens: 0 }),
    step({ do: 'dance' }),
    step({ do: 'return' }),
    step({ do: 'return', value: 1, input: true }),
    step({ do: 'log', text: 'x', when: { call: 0 } }),
  ];
  expect(broken.map((document) => [validate(document), parseSchedule(document).ok])).toEqual(
    broken.map(() => [false, false]),
  );
});

test('it accepts each form of a link, a duration and a return', () => {
  const good = [
    ...[
      { callback: 'f' },
      { errback: 'f' },
      { callback: 'f', errback: 'g' },
      { both: 'f' },
      { timeout: 2 },
    ].map((link) => node({ kind: 'deferred', chain: [link] })),
    ...[
      0.5,
      { uniform: [1, 2] },
      { exponential: 1 },
      { normal: [1, 0.1] },
      { lognormal: [1, 0.5] },
      { choice: [[1, 1]] },
    ].map((delay) => node({ kind: 'callLater', delay, call: 'f' })),
    ...[{ value: null }, { input: true }].map((what) => step({ do: 'return', ...what })),
  ];
  expect(good.map((document) => [validate(document), validate.errors])).toEqual(
    good.map(() => [true, null]),
  );
});
