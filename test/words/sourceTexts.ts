import { parseSync, type ESTree } from 'vite';

/** A text in the source: where it is and what it says. */
export interface SourceText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** What a file says. */
export interface FileTexts {
  /** Texts that stand in the catalogue: the literals given to `t` and `msg`. */
  readonly keys: readonly SourceText[];
  /** What is given to `t` or `msg` and is no literal, which nobody can look up beforehand. */
  readonly made: readonly SourceText[];
  /** Literals that a reader would read, outside of `t` and `msg`. */
  readonly bare: readonly SourceText[];
}

/** Attributes and properties whose words a reader sees or hears, also a single one. */
const READ =
  /^(?:title|label|placeholder|alt|name|explanation|description|text|message|mend|heading|hint|aria-(?:label|description|roledescription|valuetext))$/;

/** Attributes and properties that hold names of other things, however they look. */
const UNREAD =
  /^(?:className|id|type|role|href|d|key|style|viewBox|path|points|transform|accept|rel|pattern)$/;

/** Two words with a blank between them are a sentence or the part of one. */
const SENTENCE = /[A-Za-z]{2,}[,.:;]? +[A-Za-z]{2,}/;
const WORD = /[A-Za-z]{2,}/;

type AnyNode = ESTree.Node & { readonly start: number };

/** Reads what a file of the source says. */
export function textsOf(path: string, source: string): FileTexts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be read'}`);
  const found = { keys: [], made: [], bare: [] } as Record<keyof FileTexts, SourceText[]>;
  const put = (into: keyof FileTexts, node: AnyNode, text: string): void => {
    const line = source.slice(0, node.start).split('\n').length;
    if (into === 'bare' && isExcused(source, line)) return;
    found[into].push({ path, line, text });
  };

  const visit = (node: unknown, holder: string): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, holder);
      return;
    }
    if (!isNode(node)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
      case 'ThrowStatement':
        return;
      case 'ExpressionStatement':
        if (node.expression.type === 'Literal') return;
        break;
      case 'CallExpression': {
        const { callee } = node;
        const [first, ...rest] = node.arguments;
        if (callee.type === 'Identifier' && /^(?:t|msg)$/.test(callee.name) && first) {
          for (const text of literalsOf(first)) {
            if (typeof text === 'string') put('keys', first, text);
            else if (callee.name === 'msg' || text.type === 'TemplateLiteral') {
              put('made', first, source.slice(text.start, text.end));
            }
          }
          visit(rest, '');
          return;
        }
        break;
      }
      case 'JSXText':
        if (WORD.test(node.value)) put('bare', node, node.value.trim());
        return;
      case 'JSXAttribute':
        visit(node.value, node.name.type === 'JSXIdentifier' ? node.name.name : '');
        return;
      case 'Property':
        visit(node.computed ? node.key : null, '');
        visit(node.value, node.key.type === 'Identifier' ? node.key.name : '');
        return;
      case 'Literal':
        if (typeof node.value === 'string' && isRead(node.value, holder)) {
          put('bare', node, node.value);
        }
        return;
      case 'TemplateLiteral': {
        const text = node.quasis.map(({ value }) => value.cooked ?? '').join('{}');
        if (isRead(text, holder)) put('bare', node, text);
        visit(node.expressions, '');
        return;
      }
      default:
    }
    const inner = /^(?:Conditional|Logical|Array)Expression$|^JSXExpressionContainer$/.test(
      node.type,
    );
    for (const [name, part] of Object.entries(node)) {
      if (name !== 'parent' && name !== 'range') visit(part, inner ? holder : '');
    }
  };
  visit(program, '');
  return found;
}

/** Whether the source says that what is read there is not shown: above the line, or for the whole file. */
function isExcused(source: string, line: number): boolean {
  const above = source.split('\n')[line - 2] ?? '';
  return above.includes('// not shown: ') || /^\/\/ not shown in this file: /m.test(source);
}

function isRead(text: string, holder: string): boolean {
  if (UNREAD.test(holder)) return false;
  return SENTENCE.test(text) || (READ.test(holder) && WORD.test(text));
}

/** The literals that an expression comes to, of which a condition may choose; others as they are. */
function literalsOf(node: ESTree.Node): readonly (string | ESTree.Node)[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type === 'ConditionalExpression') {
    return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
  }
  return [node];
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
