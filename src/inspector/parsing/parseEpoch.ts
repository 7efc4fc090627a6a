import type { Parsed } from './parsed.ts';

/** A document's epoch as it is typed: nothing is none, everything else goes to the document's check. */
export function parseEpoch(text: string): Parsed<string | null> {
  const typed = text.trim();
  return { ok: true, value: typed === '' ? null : typed };
}
