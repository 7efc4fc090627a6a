import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';

import type { Milliseconds } from '#base/units.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

enablePatches();

/** A step of the history: what it was, and how to take it back and to do it again. */
export interface HistoryEntry {
  readonly label: string;
  readonly mergeKey: string | null;
  readonly at: Milliseconds;
  readonly undo: readonly Patch[];
  readonly redo: readonly Patch[];
  /** Whether it came out of the storage, where anything may have happened to it. */
  readonly isRestored?: true;
}

/** The document with its past and its undone future. Never changed in place. */
export interface History {
  readonly schedule: Schedule;
  /** The edits that were made, the last one last. */
  readonly past: readonly HistoryEntry[];
  /** The edits that were undone, the next one to redo last. */
  readonly future: readonly HistoryEntry[];
}

/** What came of an edit: the new history, or why the document would have been broken by it. */
export type Edited =
  | { readonly ok: true; readonly history: History }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Edits of one field within this time are one step of the history. */
const MERGE_WITHIN: Milliseconds = 1000;

/** How many steps are kept. */
const MAX_STEPS = 1000;

/** A document without a past. */
export function newHistory(schedule: Schedule): History {
  return { schedule, past: [], future: [] };
}

/**
 * Makes an edit. The result is validated as a file would be, so the document is always one that
 * can be saved, compiled and exported; an edit that would break it is refused with the problems.
 * `now` is the moment of the edit, for merging.
 */
export function edited(history: History, edit: ScheduleEdit, now: Milliseconds): Edited {
  const fault = edit.fault?.(history.schedule) ?? null;
  if (fault !== null) return { ok: false, problems: [fault] };
  const [schedule, redo, undo] = produceWithPatches(history.schedule, (draft: Schedule) => {
    edit.apply(draft);
  });
  if (redo.length === 0) return { ok: true, history };
  const parsed = parseSchedule(schedule);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };

  const last = history.past.at(-1);
  const mergeKey = edit.mergeKey ?? null;
  const merges =
    last !== undefined &&
    mergeKey !== null &&
    last.mergeKey === mergeKey &&
    now - last.at < MERGE_WITHIN &&
    history.future.length === 0;
  const entry: HistoryEntry = merges
    ? { ...last, at: now, undo: [...undo, ...last.undo], redo: [...last.redo, ...redo] }
    : { label: edit.label, mergeKey, at: now, undo, redo };
  const past = [...(merges ? history.past.slice(0, -1) : history.past), entry].slice(-MAX_STEPS);
  return { ok: true, history: { schedule, past, future: [] } };
}

/** The steps of a history, first to last, whether they are done or undone. */
export function historySteps({ past, future }: History): readonly HistoryEntry[] {
  return [...past, ...future.toReversed()];
}

/** Takes the last edit back; the same history where there is none. */
export function undone(history: History): History {
  return jumped(history, history.past.length - 1);
}

/** Does the last undone edit again; the same history where there is none. */
export function redone(history: History): History {
  return jumped(history, history.past.length + 1);
}

/**
 * Takes edits back, or does undone ones again, until `steps` of them are done; the same history
 * where it has no such place.
 *
 * @throws Error where a step out of the storage cannot be gone, or leads to no valid document.
 */
export function jumped(history: History, steps: number): History {
  const { past, future } = history;
  const all = [...past, ...future.toReversed()];
  if (steps === past.length || steps < 0 || steps > all.length) return history;
  const isBack = steps < past.length;
  const gone = isBack ? all.slice(steps, past.length).toReversed() : all.slice(past.length, steps);
  const schedule = applyPatches(
    history.schedule,
    gone.flatMap((entry) => (isBack ? entry.undo : entry.redo)),
  );
  if (gone.some((entry) => entry.isRestored === true) && !parseSchedule(schedule).ok) {
    throw new Error('A step of the history leads to no valid document.');
  }
  return {
    schedule,
    // Typing on after a redo is a step of its own.
    past: all
      .slice(0, steps)
      .map((entry, index) => (index < past.length ? entry : { ...entry, mergeKey: null })),
    future: all.slice(steps).toReversed(),
  };
}
