import { isWiderThan } from './columns.ts';

/** A piece of Python: text that stays on one line, or a group that can be broken over several. */
export type Layout = string | Group;

interface Group {
  /** The group on one line. */
  readonly flat: string;
  /** The first line where the group is broken, with its opening bracket. */
  readonly open: string;
  readonly close: string;
  readonly content:
    | { readonly items: readonly Layout[]; readonly fill: boolean }
    | { readonly pieces: (width: number) => readonly string[] };
}

/** However deep a group lies, its lines are broken at no less than this. */
const LEAST_WIDTH = 24;
const INDENT = 4;

/** `open` and `close` around items with commas: a call, a list. */
export function bracketed(open: string, items: readonly Layout[], close: string): Layout {
  if (items.length === 0) return open + close;
  const flat = open + items.map(flatOf).join(', ') + close;
  return { flat, open, close, content: { items, fill: false } };
}

/** A call; without arguments, or with short ones, it is plain text. */
export function call(callee: string, args: readonly Layout[]): Layout {
  return bracketed(`${callee}(`, args, ')');
}

/** Short items in brackets that fill each line: numbers. */
export function filled(open: string, items: readonly string[], close: string): Layout {
  const flat = open + items.join(', ') + close;
  return { flat, open, close, content: { items, fill: true } };
}

/** A text that becomes several literals, which Python joins, where it is too wide for one line. */
export function joinedPieces(flat: string, pieces: (width: number) => readonly string[]): Layout {
  return { flat, open: '(', close: ')', content: { pieces } };
}

/** Text right before a piece: `return `, a key. */
export function prefixed(prefix: string, layout: Layout): Layout {
  if (typeof layout === 'string') return prefix + layout;
  return { ...layout, flat: prefix + layout.flat, open: prefix + layout.open };
}

/** Text right behind a piece: `[0]`. */
export function suffixed(layout: Layout, suffix: string): Layout {
  if (typeof layout === 'string') return layout + suffix;
  return { ...layout, flat: layout.flat + suffix, close: layout.close + suffix };
}

/** The piece on one line, however wide. */
export function flatOf(layout: Layout): string {
  return typeof layout === 'string' ? layout : layout.flat;
}

/** The lines of a piece, broken where it is wider than `width` columns. */
export function layOut(layout: Layout, width: number): readonly string[] {
  if (typeof layout === 'string') return [layout];
  if (!isWiderThan(layout.flat, width)) return [layout.flat];
  const inner = Math.max(LEAST_WIDTH, width - INDENT);
  return [
    layout.open,
    ...contentLines(layout.content, inner).map((line) => ' '.repeat(INDENT) + line),
    layout.close,
  ];
}

function contentLines(content: Group['content'], width: number): readonly string[] {
  if ('pieces' in content) return content.pieces(width);
  if (content.fill) return fillLines(content.items.map(flatOf), width);
  const [only] = content.items;
  if (content.items.length === 1 && only !== undefined && isBareText(only)) {
    // A text that is the only argument needs no brackets of its own.
    return layOutBare(only, width);
  }
  return content.items.flatMap((item) => layOut(suffixed(item, ','), width));
}

type Text = Group & { readonly content: { readonly pieces: (width: number) => readonly string[] } };

function isBareText(layout: Layout): layout is Text {
  return typeof layout !== 'string' && 'pieces' in layout.content && layout.open === '(';
}

function layOutBare(text: Text, width: number): readonly string[] {
  return isWiderThan(text.flat, width) ? text.content.pieces(width) : [text.flat];
}

function fillLines(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? `${item},` : `${line} ${item},`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = `${item},`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
