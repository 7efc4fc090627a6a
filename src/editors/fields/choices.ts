import { t, type Text } from '#words/words.ts';

/** Choices of a table in the present language. */
export function choicesOf<T extends string>(
  table: readonly { readonly value: T; readonly text: Text }[],
): readonly { readonly value: T; readonly text: string }[] {
  return table.map(({ value, text }) => ({ value, text: t(text) }));
}
