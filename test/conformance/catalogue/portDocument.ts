import type { Case } from './case.ts';

/** Rules about what the port does not have: there is no network in it. */
export const OUTSIDE: ReadonlySet<string> = new Set(['N-1', 'N-2']);

/** The rules of a table, a row for each: its number and what it is about. */
export interface RuleRow {
  readonly rule: string;
  readonly about: string;
}

const RULES = '| rule | | cases |';
const VERSIONS = '| case | rules | 22.4 |';
const DEVIATIONS = '| case | rules | the port |';

/** The rows of the table of rules in docs/twisted-port.md. */
export function ruleRows(text: string): readonly RuleRow[] {
  return tableRows(text, RULES).map(([rule = '', about = '']) => ({ rule, about }));
}

/** The text of docs/twisted-port.md with the tables that the cases write. */
export function withTables(text: string, cases: readonly Case[]): string {
  const rules = ruleRows(text).map(({ rule, about }) => {
    const ids = cases.filter((one) => one.rules.includes(rule)).map(({ id }) => id);
    return [
      rule,
      about,
      OUTSIDE.has(rule) && ids.length === 0 ? 'not in the port' : ids.join(', '),
    ];
  });
  const told = (says: (one: Case) => string | undefined): readonly (readonly string[])[] =>
    cases.flatMap((one) => {
      const words = says(one);
      return words === undefined ? [] : [[one.id, one.rules.join(', '), words]];
    });
  const withVersions = withTable(
    text,
    VERSIONS,
    told(({ differs }) => differs),
  );
  const withDeviations = withTable(
    withVersions,
    DEVIATIONS,
    told(({ deviates }) => deviates),
  );
  return withTable(withDeviations, RULES, rules);
}

/** What the last table of deviations says pins each of them: a case, or a test and its file. */
export function pins(text: string): readonly string[] {
  return tableRows(text, '| the port | why | pinned by |').map(([, , pin = '']) => pin);
}

function tableRows(text: string, head: string): readonly (readonly string[])[] {
  const { rows } = findTable(text, head);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function withTable(text: string, head: string, rows: readonly (readonly string[])[]): string {
  const { before, after } = findTable(text, head);
  return [...before, ...rows.map((cells) => `| ${cells.join(' | ')} |`), ...after].join('\n');
}

/** The rows of the table with this head; the lines up to them, and those behind. */
function findTable(
  text: string,
  head: string,
): { readonly before: string[]; readonly rows: string[]; readonly after: string[] } {
  const lines = text.split('\n');
  const place = lines.indexOf(head);
  if (place === -1) throw new Error(`docs/twisted-port.md has no table ${head}`);
  const begin = place + 2;
  const length = lines.slice(begin).findIndex((line) => !line.startsWith('|'));
  const end = length === -1 ? lines.length : begin + length;
  return { before: lines.slice(0, begin), rows: lines.slice(begin, end), after: lines.slice(end) };
}
