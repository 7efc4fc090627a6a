import { EVENT_WORDS } from '#schedule/eventWords.ts';
import { KINDS } from '#trace/eventKinds.ts';
import { t } from '#words/words.ts';

import { FILTER_KEYS } from './filterKeys.ts';
import type { FilterNames, NamedNode } from './filterNames.ts';
import { KIND_GROUPS } from './kindGroups.ts';
import { quoted, splitFilter, type FilterTerm } from './splitFilter.ts';

/** What could stand at the caret of a filter's text. */
export interface Completion {
  /** The part of the text that an option takes the place of. */
  readonly from: number;
  readonly to: number;
  /** What is typed of it already. */
  readonly typed: string;
  readonly options: readonly CompletionOption[];
}

/** A key, or a value of one. */
export interface CompletionOption {
  readonly name: string;
  /** What it means, in a few words. */
  readonly note: string;
  /** What is put into the text. */
  readonly insert: string;
}

/** More than these need not be looked through: typing another character is quicker. */
const MOST = 40;

/** The options at a place of a filter's text; null where there are none. */
export function completeFilter(text: string, caret: number, names: FilterNames): Completion | null {
  const term = splitFilter(text).find(({ from, to }) => from <= caret && caret <= to);
  const completion =
    term === undefined || term.key === null
      ? completeKey(text, caret, term)
      : completeValue(text, caret, term, names);
  if (completion === null || completion.options.length === 0) return null;
  // What is typed in full needs no completion.
  const [only, second] = completion.options;
  const isDone = second === undefined && only?.name === completion.typed;
  return isDone ? null : completion;
}

function completeKey(text: string, caret: number, term: FilterTerm | undefined): Completion | null {
  const from = term === undefined ? caret : term.from + (term.negated ? 1 : 0);
  const typed = text.slice(from, caret);
  const options = FILTER_KEYS.map(({ key, what }) => ({
    name: `${key}:`,
    note: t(what),
    insert: `${key}:`,
  })).filter(({ name }) => name.startsWith(typed.toLowerCase()));
  return { from, to: term?.to ?? caret, typed, options };
}

function completeValue(
  text: string,
  caret: number,
  term: FilterTerm,
  names: FilterNames,
): Completion | null {
  const valuesFrom = text.indexOf(':', term.from) + 1;
  if (caret < valuesFrom) return null;
  const from = Math.max(valuesFrom, text.lastIndexOf(',', caret - 1) + 1);
  const comma = text.indexOf(',', caret);
  const to = comma === -1 ? term.to : Math.min(comma, term.to);
  const typed = text.slice(from, caret).replaceAll('"', '');
  return { from, to, typed, options: matching(valuesOf(term.key ?? '', names), typed) };
}

function valuesOf(key: string, names: FilterNames): readonly CompletionOption[] {
  switch (key) {
    case 'node':
      return names.nodes.map(nodeOption);
    case 'service':
      return names.services.map(nodeOption);
    case 'kind':
      return [
        ...KIND_GROUPS.map(({ name, words }) => ({ name, note: t(words), insert: name })),
        ...KINDS.map((kind) => ({ name: kind, note: t(EVENT_WORDS[kind]), insert: kind })),
      ];
    default:
      return [];
  }
}

function nodeOption({ id, label }: NamedNode): CompletionOption {
  return { name: id, note: label, insert: quoted(id) };
}

/** Those that begin with what is typed, then those that have it anywhere. */
function matching(
  options: readonly CompletionOption[],
  typed: string,
): readonly CompletionOption[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name, note }: CompletionOption): number => {
    if (name.toLowerCase().startsWith(wanted)) return 0;
    return `${name} ${note}`.toLowerCase().includes(wanted) ? 1 : 2;
  };
  const [first, others] = [0, 1].map((place) => options.filter((one) => rank(one) === place));
  return [...(first ?? []), ...(others ?? [])].slice(0, MOST);
}

/** The text with an option in its place, and where the caret stands then. */
export function withOption(
  text: string,
  { from, to }: Completion,
  { insert }: CompletionOption,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  // A value is done with; behind a key its value is to come.
  const gap = insert.endsWith(':') || /^[\s,]/.test(rest) ? '' : ' ';
  return {
    text: text.slice(0, from) + insert + gap + rest,
    caret: from + insert.length + gap.length,
  };
}
