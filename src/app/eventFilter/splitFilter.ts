/** A part of a filter's text: a word, or a key with its values. */
export interface FilterTerm {
  /** Where it stands in the text: from its first character up to and without `to`. */
  readonly from: number;
  readonly to: number;
  /** Whether a minus stands before it: what it says must not hold. */
  readonly negated: boolean;
  /** What stands before the colon, in lower case; null for a word. */
  readonly key: string | null;
  /** The word, or the values that are parted by commas; empty ones are left out. */
  readonly values: readonly string[];
}

/**
 * The terms of a filter's text, parted by spaces. In double quotes spaces, commas and colons mean
 * themselves; a quote that is not closed ends with the text.
 */
export function splitFilter(text: string): readonly FilterTerm[] {
  const terms: FilterTerm[] = [];
  const start = /\S/g;
  let found = start.exec(text);
  while (found !== null) {
    const term = termAt(text, found.index);
    terms.push(term);
    start.lastIndex = term.to;
    found = start.exec(text);
  }
  return terms;
}

function termAt(text: string, from: number): FilterTerm {
  const negated = text[from] === '-' && /[^\s]/.test(text[from + 1] ?? '');
  const start = negated ? from + 1 : from;
  const key = keyAt(text, start);
  const values: string[] = [];
  let value = '';
  let quoted = false;
  let at = key === null ? start : start + key.length + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && /\s/.test(character)) {
      break;
    } else if (!quoted && key !== null && character === ',') {
      values.push(value);
      value = '';
    } else {
      value += character;
    }
  }
  values.push(value);
  return {
    from,
    to: at,
    negated,
    key: key === null ? null : key.toLowerCase(),
    values: values.filter((one) => one.trim() !== ''),
  };
}

function keyAt(text: string, from: number): string | null {
  const match = /([a-z]+):/iy;
  match.lastIndex = from;
  return match.exec(text)?.[1] ?? null;
}

/** A value as a filter's text has it: in quotes where it needs them. */
export function quoted(value: string): string {
  return /[\s,":]/.test(value) || value.startsWith('-') ? `"${value.replaceAll('"', '')}"` : value;
}
