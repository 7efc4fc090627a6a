import type { CodeLine } from './codeLine.ts';

/** Lines without the indentation that all of them have. */
export function dedented(lines: readonly CodeLine[]): readonly CodeLine[] {
  const depths = lines.map(indentOf).filter((depth) => depth !== null);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map((line) => withoutStart(line, depth));
}

/** How many spaces a line begins with; null: it is empty. */
function indentOf(line: CodeLine): number | null {
  const text = line.map((token) => token.text).join('');
  const indent = text.search(/[^ ]/);
  return indent === -1 ? null : indent;
}

function withoutStart(line: CodeLine, length: number): CodeLine {
  return line.flatMap(({ column, text, kind }) => {
    const rest = text.slice(Math.max(0, length - column));
    return rest === '' ? [] : [{ column: Math.max(0, column - length), text: rest, kind }];
  });
}
