/** What became of typed text: a value, or a sentence about what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Text that is taken as it is. */
export function parseText(text: string): Parsed<string> {
  return { ok: true, value: text };
}
