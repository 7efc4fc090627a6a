import type { Step } from '#schedule/schema.ts';

import type { Parsed } from './parsed.ts';

/** A value in a document. */
export type DocumentValue = Extract<Step, { do: 'fire' }>['value'];

const PYTHON_WORDS: Readonly<Record<string, string>> = {
  None: 'null',
  True: 'true',
  False: 'false',
};

/** The JSON value that somebody typed. Who writes Python instead is told how JSON has it. */
export function parseJson(text: string): Parsed<DocumentValue> {
  const typed = text.trim();
  try {
    return { ok: true, value: JSON.parse(typed) as DocumentValue };
  } catch {
    return { ok: false, message: `must be JSON: ${mend(typed)}` };
  }
}

function mend(typed: string): string {
  if (typed === '') return 'type null for nothing';
  const word = Object.hasOwn(PYTHON_WORDS, typed) ? PYTHON_WORDS[typed] : undefined;
  if (word !== undefined) return `${typed} is written ${word}`;
  if (/^['\p{L}]/u.test(typed)) {
    const inside = typed.replaceAll(/^'|'$/g, '');
    return `text is written in double quotes, as ${JSON.stringify(inside)}`;
  }
  return 'for example 12, "text", true, null, [1, 2] or {"rows": 12}';
}
