import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { KINDS, payloadOf } from '#trace/eventKinds.ts';

const KEYS = { none: '', number: 'number', value: 'value', instance: 'other' } as const;

test('docs/trace-format.md names every kind with what it has, in the order of their codes', () => {
  const text = readFileSync('docs/trace-format.md', 'utf8');
  const [, table = ''] = text.split('## Kinds');
  const rows = [...table.matchAll(/^\| `(\w+)` \| (\w*) ?\|/gm)].map(([, kind, has]) => [
    kind,
    has,
  ]);
  expect(rows).toEqual(KINDS.map((kind) => [kind, KEYS[payloadOf(kind)]]));
});
