import { textHash } from '#base/textHash.ts';

import type { History, HistoryEntry } from './history.ts';

/** The steps before and after a document, as the storage holds them. */
export interface HistoryRecord {
  readonly record: typeof RECORD_VERSION;
  /** Which document they belong to. */
  readonly of: string;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** What a reload brings back of the history. */
export type SavedHistory = Pick<History, 'past' | 'future'>;

/** No steps. */
export const NO_HISTORY: SavedHistory = { past: [], future: [] };

/** The shape of what is stored; a later one gets a larger number. */
const RECORD_VERSION = 1;

/** At most so many steps are kept over a reload: those nearest to the present. */
export const MOST_SAVED_STEPS = 200;

/** They take at most so many characters as JSON. */
export const MOST_SAVED_CHARACTERS = 2_000_000;

/** The steps of a history to be stored with its document, whose JSON is `text`. */
export function historyRecord({ past, future }: History, text: string): HistoryRecord {
  let [back, on] = [0, 0];
  let [steps, characters] = [0, 0];
  const take = (entry: HistoryEntry | undefined): boolean => {
    const size = entry === undefined ? Infinity : sizeOf(entry);
    if (steps >= MOST_SAVED_STEPS || characters + size > MOST_SAVED_CHARACTERS) return false;
    steps += 1;
    characters += size;
    return true;
  };
  // Outwards from the present, so that there is a way back and a way on.
  let [goesBack, goesOn] = [true, true];
  while (goesBack || goesOn) {
    goesBack = goesBack && take(past.at(-1 - back));
    if (goesBack) back += 1;
    goesOn = goesOn && take(future.at(-1 - on));
    if (goesOn) on += 1;
  }
  return {
    record: RECORD_VERSION,
    of: textHash(text),
    past: past.slice(past.length - back),
    future: future.slice(future.length - on),
  };
}

/**
 * The steps out of a record, for the document that was stored as this value. A record that is
 * damaged, of another shape or of another document gives none: what is lost is the history only.
 */
export function historyFrom(record: unknown, document: unknown): SavedHistory {
  if (!isObject(record) || record['record'] !== RECORD_VERSION) return NO_HISTORY;
  const { of, past, future } = record;
  if (of !== textHash(JSON.stringify(document))) return NO_HISTORY;
  if (!isList(past) || !isList(future)) return NO_HISTORY;
  if (past.length + future.length > MOST_SAVED_STEPS) return NO_HISTORY;
  return { past: past.map(restored), future: future.map(restored) };
}

const sizes = new WeakMap<HistoryEntry, number>();

/** The characters of a step as JSON; steps never change. */
function sizeOf(entry: HistoryEntry): number {
  const known = sizes.get(entry) ?? JSON.stringify(entry).length;
  sizes.set(entry, known);
  return known;
}

/** Typing on after a reload is a step of its own; what the steps do is looked at when they are gone. */
function restored({ label, at, undo, redo }: HistoryEntry): HistoryEntry {
  return { label, at, undo, redo, mergeKey: null, isRestored: true };
}

function isList(value: unknown): value is HistoryEntry[] {
  return Array.isArray(value) && value.every(isEntry);
}

function isEntry(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['label'] === 'string' &&
    Number.isFinite(value['at']) &&
    isPatches(value['undo']) &&
    isPatches(value['redo'])
  );
}

function isPatches(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPatch);
}

const OPERATIONS: ReadonlySet<unknown> = new Set(['add', 'remove', 'replace']);

function isPatch(value: unknown): boolean {
  if (!isObject(value) || !OPERATIONS.has(value['op'])) return false;
  const { path } = value;
  return (
    Array.isArray(path) && path.every((part) => typeof part === 'string' || Number.isInteger(part))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
