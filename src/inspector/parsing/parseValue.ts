import type { DocumentValue } from './documentValue.ts';
import type { Parsed } from './parsed.ts';
import { parseLiteral } from './parseLiteral.ts';

/** The value that somebody typed as JSON or as a Python literal. */
export function parseValue(text: string): Parsed<DocumentValue> {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: 'must not be empty: type None for nothing' };
  try {
    return { ok: true, value: JSON.parse(typed) as DocumentValue };
  } catch {
    return parseLiteral(typed);
  }
}
