import { afterEach, expect, test } from 'vitest';

import { formatNumber, language, languageFor, msg, speak, t } from '#words/words.ts';

afterEach(() => speak('en'));

test('the language of a reader is the first of theirs that there is', () => {
  expect([
    languageFor(['de-DE', 'zh-TW', 'en']),
    languageFor(['en-GB', 'zh']),
    languageFor(['fr']),
    languageFor([]),
  ]).toEqual(['zh', 'en', 'en', 'en']);
});

test('a text is itself in English, and its places are filled', () => {
  const later = msg('{{name}}: {{number}}');
  expect([t(later, { name: '{{number}}', number: 1234.5 }), formatNumber(1e6)]).toEqual([
    '{{number}}: 1,234.5',
    '1,000,000',
  ]);
});

test('a language is spoken once its texts are there', async () => {
  await speak('zh');
  expect(language()).toBe('zh');
});
