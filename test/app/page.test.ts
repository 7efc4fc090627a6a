import { expect, test } from 'vitest';

import { pageKind } from '#app/page.ts';

test('the address says how the page is shown', () => {
  expect(['', '?x', '?present', '?embed', '?embed=1&present'].map(pageKind)).toEqual([
    { isEmbedded: false, isPresenting: false },
    { isEmbedded: false, isPresenting: false },
    { isEmbedded: false, isPresenting: true },
    { isEmbedded: true, isPresenting: true },
    { isEmbedded: true, isPresenting: true },
  ]);
});
