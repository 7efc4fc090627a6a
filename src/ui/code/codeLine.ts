/** What a piece of code is, as far as its colour says it. */
export type TokenKind = 'keyword' | 'string' | 'number' | 'comment' | 'definition';

/** A piece of a line. */
export interface CodeToken {
  /** How many characters of the line stand before it. */
  readonly column: number;
  readonly text: string;
  /** Null: ordinary. */
  readonly kind: TokenKind | null;
}

/** A line of code in pieces. */
export type CodeLine = readonly CodeToken[];

/** A code without colours. */
export function plainLines(code: string): readonly CodeLine[] {
  return code.split('\n').map((text) => [{ column: 0, text, kind: null }]);
}
