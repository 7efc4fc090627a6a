import { pythonEscape } from '#base/python.ts';

import type { LineWriter } from './lineWriter.ts';
import { wrapText } from './wrapText.ts';

/** Writes a docstring: one line where it fits, else its paragraphs with empty lines between them. */
export function writeDocstring(writer: LineWriter, paragraphs: readonly string[]): void {
  const lines = paragraphs
    .map((paragraph) => linesOf(paragraph).flatMap((line) => wrapText(line, writer.width - 6)))
    .filter((paragraph) => paragraph.length > 0)
    .flatMap((paragraph, index) => (index === 0 ? paragraph : ['', ...paragraph]))
    .map(escapeLine);
  const [first = ''] = lines;
  if (lines.length < 2) {
    writer.write(`"""${first}"""`);
    return;
  }
  writer.write(`"""${first}`);
  for (const line of lines.slice(1)) writer.write(line);
  writer.write('"""');
}

/** A paragraph in parts that begin a line: items of a list, and what follows a heading. */
function linesOf(paragraph: string): readonly string[] {
  return paragraph.split(/\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|(?<=(?:^|\n)#[^\n]*)\n/u);
}

/** A text that ends as a sentence does. */
export function withFullStop(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
}

/**
 * A line of a docstring that ends neither the string nor itself. Half of a surrogate pair is no
 * character: Python 3.13 compiles no docstring with one.
 */
function escapeLine(line: string): string {
  return pythonEscape(line.replaceAll(/\p{Cs}/gu, '\ufffd'), '').replaceAll(/"{2,}|"$/g, (quotes) =>
    '\\"'.repeat(quotes.length),
  );
}
