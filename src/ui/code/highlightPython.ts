import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser } from '@lezer/python';

import type { CodeLine, CodeToken, TokenKind } from './codeLine.ts';

/** The kinds by the tags of the grammar; the class of a tag is the kind itself. */
const HIGHLIGHTER = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: 'keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.docString], class: 'string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'number' },
  { tag: [tags.comment, tags.lineComment], class: 'comment' },
  {
    tag: [
      tags.definition(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.className,
      tags.definition(tags.className),
    ],
    class: 'definition',
  },
] satisfies readonly { tag: unknown; class: TokenKind }[]);

const KINDS: ReadonlySet<string> = new Set<TokenKind>([
  'keyword',
  'string',
  'number',
  'comment',
  'definition',
]);

/** Python code in pieces with their kinds, as the grammar of its language has them. */
export function highlightPython(code: string): readonly CodeLine[] {
  const lines: CodeToken[][] = [[]];
  let column = 0;
  highlightCode(
    code,
    parser.parse(code),
    HIGHLIGHTER,
    (text, classes) => {
      lines.at(-1)?.push({ column, text, kind: isKind(classes) ? classes : null });
      column += text.length;
    },
    () => {
      lines.push([]);
      column = 0;
    },
  );
  return lines;
}

function isKind(classes: string): classes is TokenKind {
  return KINDS.has(classes);
}
