import { pythonEscape } from '#base/python.ts';

import { columnsOf } from './columns.ts';
import { joinedPieces, type Layout } from './layout.ts';

/** A place that a text of a `log` step has filled in. */
export type Placeholder = 'input' | 'call' | 'now';

const PLACEHOLDERS = /\{(input|call|now)\}/g;

/** Which places a text has filled in. */
export function placeholdersOf(text: string): ReadonlySet<Placeholder> {
  return new Set([...text.matchAll(PLACEHOLDERS)].map(([, name]) => name as Placeholder));
}

/** A string literal: one line, or several that Python joins. */
export function stringLiteral(text: string): Layout {
  return literalOf(text, charactersOf(text));
}

/**
 * A text with its placeholders as an f-string; without any, a plain string.
 *
 * @param fields what stands between the braces of each: no quotes, no backslashes, which Python
 *   before 3.12 refuses there
 */
export function textLiteral(text: string, fields: Readonly<Record<Placeholder, string>>): Layout {
  const units: Unit[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDERS)) {
    units.push(...charactersOf(text.slice(end, match.index)));
    units.push({ field: fields[match[1] as Placeholder] });
    end = match.index + match[0].length;
  }
  units.push(...charactersOf(text.slice(end)));
  return literalOf(text, units);
}

/** A character, or an expression of an f-string. */
type Unit = { readonly character: string } | { readonly field: string };

type Quote = '"' | "'";

function charactersOf(text: string): readonly Unit[] {
  return Array.from(text, (character) => ({ character }));
}

function literalOf(text: string, units: readonly Unit[]): Layout {
  const count = (quote: Quote): number => text.split(quote).length;
  const quote = count('"') > count("'") ? "'" : '"';
  const flat = pieceOf(units, quote);
  return units.length < 2
    ? flat
    : joinedPieces(flat, (width) => cut(units, quote, width).map((part) => pieceOf(part, quote)));
}

function pieceOf(units: readonly Unit[], quote: Quote): string {
  const formatted = units.some((unit) => 'field' in unit);
  const body = units.map((unit) => unitText(unit, quote, formatted)).join('');
  return `${formatted ? 'f' : ''}${quote}${body}${quote}`;
}

function unitText(unit: Unit, quote: Quote, formatted: boolean): string {
  if ('field' in unit) return `{${unit.field}}`;
  const { character } = unit;
  const isBrace = character === '{' || character === '}';
  return isBrace && formatted ? character + character : pythonEscape(character, quote);
}

/** Cuts a text into parts that fit, behind a space or a line's end where there is one. */
function cut(units: readonly Unit[], quote: Quote, width: number): readonly (readonly Unit[])[] {
  const room = width - 3; // The quotes and the f.
  const parts: (readonly Unit[])[] = [];
  let start = 0;
  let used = 0;
  let breakAt = 0;
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const size = columnsOf(unitText(unit, quote, true));
    if (used + size > room && index > start) {
      const end = breakAt > start ? breakAt : index;
      parts.push(units.slice(start, end));
      start = end;
      used = 0;
      for (const kept of units.slice(start, index)) used += columnsOf(unitText(kept, quote, true));
    }
    used += size;
    if ('character' in unit && /\s/.test(unit.character)) breakAt = index + 1;
  }
  return [...parts, units.slice(start)];
}
