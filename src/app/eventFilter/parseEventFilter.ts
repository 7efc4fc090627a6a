import { parseTime } from '#base/parseTime.ts';
import { REACTOR_ROW } from '#trace/traceColumns.ts';
import { KIND, KINDS } from '#trace/eventKinds.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import { isSmallKind } from '#trace/smallPrint.ts';
import { t } from '#words/words.ts';

import type { EventFilter } from './eventFilter.ts';
import { FILTER_KEYS, type FilterKeyName } from './filterKeys.ts';
import { nodesNamed, type FilterNames, type NamedNode } from './filterNames.ts';
import { ALWAYS, eventsNamed, KIND_GROUPS, NEVER, SPECIAL } from './kindGroups.ts';
import { nameList } from './nameList.ts';
import { splitFilter, type FilterTerm } from './splitFilter.ts';

/** A term that cannot be understood; the filter does without it. */
export interface FilterProblem {
  readonly from: number;
  readonly to: number;
  /** Names the term, and says what there is instead. */
  readonly message: string;
}

/** What a filter's text means. */
export interface ParsedFilter {
  readonly filter: EventFilter;
  readonly problems: readonly FilterProblem[];
}

/** What the terms have narrowed so far. */
interface Draft {
  after: number;
  before: number;
  nodes: Uint8Array | null;
  kinds: Uint8Array;
  namesKinds: boolean;
  instances: readonly number[] | null;
  notInstances: number[];
  words: string[];
  notWords: string[];
}

/**
 * Reads a filter's text. `details`: whether small print is shown where no kind is asked for. A term
 * that is wrong narrows nothing.
 */
export function parseEventFilter(text: string, details: boolean, names: FilterNames): ParsedFilter {
  const draft: Draft = {
    after: -Infinity,
    before: Infinity,
    nodes: null,
    kinds: new Uint8Array(KINDS.length).fill(ALWAYS),
    namesKinds: false,
    instances: null,
    notInstances: [],
    words: [],
    notWords: [],
  };
  const problems: FilterProblem[] = [];
  for (const term of splitFilter(text)) {
    const { from, to } = term;
    const written = text.slice(from, to);
    const message = narrow(draft, term, names);
    if (message !== null) problems.push({ from, to, message: `${written}: ${message}` });
  }
  if (!details && !draft.namesKinds) hideSmallPrint(draft.kinds);
  const { nodes, kinds, after, before, instances, notInstances, words, notWords } = draft;
  const rest = { instances, notInstances, words, notWords };
  const columns = [[...kinds], nodes === null ? null : indexesIn(nodes)];
  const key = JSON.stringify([String(after), String(before), rest, columns]);
  return { filter: { key, after, before, nodes, kinds, ...rest }, problems };
}

/** Narrows the draft by a term. Gives what is wrong with it, or null. */
function narrow(draft: Draft, term: FilterTerm, names: FilterNames): string | null {
  const { key, negated, values } = term;
  if (key === null) {
    (negated ? draft.notWords : draft.words).push(...values.map((word) => word.toLowerCase()));
    return null;
  }
  const known = FILTER_KEYS.find((one) => one.key === key);
  if (known === undefined) {
    const keys = FILTER_KEYS.map((one) => `${one.key}:`).join(' ');
    return t(
      'there is no key {{key}}. The keys are {{keys}} To look for the text, put it in quotes.',
      { key, keys },
    );
  }
  if (values.length === 0)
    return t('a value is missing, as in {{example}}.', { example: known.example });
  return NARROW[known.key](draft, values, negated, names);
}

type Narrow = (
  draft: Draft,
  values: readonly string[],
  negated: boolean,
  names: FilterNames,
) => string | null;

const NARROW: Readonly<Record<FilterKeyName, Narrow>> = {
  node: (draft, values, negated, { nodes }) =>
    narrowNodes(draft, negated, values, nodes, 'node', (value) => nodesNamed(nodes, value)),
  service: (draft, values, negated, { nodes, services }) =>
    narrowNodes(draft, negated, values, services, 'service', (value) => {
      const found = new Set(nodesNamed(services, value).map(({ index }) => index));
      return nodes.filter((node) => node.services.some((service) => found.has(service)));
    }),
  kind(draft, values, negated) {
    const wanted = new Uint8Array(KINDS.length);
    for (const value of values) {
      const events = eventsNamed(value);
      if (events === null) {
        const groups = KIND_GROUPS.map(({ name }) => name);
        return t('there is no such kind. {{groups}} {{kinds}}', {
          groups: nameList(t('Groups'), groups, value),
          kinds: nameList(t('Kinds'), KINDS, value),
        });
      }
      events.forEach((bits, code) => (wanted[code] = (wanted[code] as number) | bits));
    }
    if (!negated) draft.namesKinds = true;
    wanted.forEach((bits, code) => {
      draft.kinds[code] = (draft.kinds[code] as number) & (negated ? ~bits & ALWAYS : bits);
    });
    return null;
  },
  instance(draft, values, negated) {
    const numbers = values.map(Number);
    const wrong = values.find((_, index) => !isCount(numbers[index] ?? NaN));
    if (wrong !== undefined) return t('write the number of a start, 1 for the first one.');
    if (negated) draft.notInstances.push(...numbers);
    else draft.instances = numbers.filter((one) => draft.instances?.includes(one) ?? true);
    return null;
  },
  after: (draft, values, negated) => narrowTime(draft, values, negated ? 'before' : 'after'),
  before: (draft, values, negated) => narrowTime(draft, values, negated ? 'after' : 'before'),
};

function narrowNodes(
  draft: Draft,
  negated: boolean,
  values: readonly string[],
  all: readonly NamedNode[],
  what: 'node' | 'service',
  find: (value: string) => readonly NamedNode[],
): string | null {
  const found = new Uint8Array(REACTOR_ROW + 1);
  for (const value of values) {
    const nodes = find(value);
    if (nodes.length === 0) {
      const plural = what === 'node' ? t('Nodes') : t('Services');
      const ids = all.map(({ id }) => id);
      const rest = ids.length === 0 ? t('The schedule has none.') : nameList(plural, ids, value);
      return what === 'node'
        ? t('there is no node {{value}}. {{rest}}', { value, rest })
        : t('there is no service {{value}}. {{rest}}', { value, rest });
    }
    for (const { index } of nodes) found[index === REACTOR ? REACTOR_ROW : index] = 1;
  }
  const before = draft.nodes;
  draft.nodes = found.map((is, index) =>
    (before === null || before[index] === 1) && (is === 1) !== negated ? 1 : 0,
  );
  return null;
}

function narrowTime(
  draft: Draft,
  values: readonly string[],
  side: 'after' | 'before',
): string | null {
  const [value = ''] = values;
  const time = values.length === 1 ? parseTime(value) : null;
  if (time === null) return t('write one time, such as 12.4, 1:05.2 or 200ms.');
  if (side === 'after') draft.after = Math.max(draft.after, time);
  else draft.before = Math.min(draft.before, time);
  return null;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

/** Hides the small print among the events of each kind; a late call is none. */
function hideSmallPrint(kinds: Uint8Array): void {
  for (const kind of KINDS) {
    const code = KIND[kind];
    if (isSmallKind(kind)) kinds[code] = NEVER;
    else if (kind === 'ran') kinds[code] = (kinds[code] as number) & SPECIAL;
  }
}

function indexesIn(flags: Uint8Array): readonly number[] {
  return [...flags.keys()].filter((index) => flags[index] === 1);
}
