import { formatProblem } from '#schedule/problem.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { History } from './history.ts';
import type { Playhead } from './playhead.ts';
import { historyFrom, historyRecord, type SavedHistory } from './savedHistory.ts';
import {
  INITIAL_VIEW,
  type Selection,
  type Theme,
  type TimeWindow,
  type ViewState,
} from './viewState.ts';

/** Where documents are kept: the browser's database, or a stand-in in a test. */
export interface Storage {
  get(key: string): Promise<unknown>;
  /** Resolves when the value is durably stored. */
  set(key: string, value: unknown): Promise<void>;
}

/** What a reload brings back. */
export interface SavedStudio {
  readonly schedule: Schedule;
  readonly history: SavedHistory;
  readonly view: ViewState;
}

/** What was found in the storage. */
export type Loaded =
  | { readonly found: 'nothing' }
  | { readonly found: 'studio'; readonly studio: SavedStudio }
  | { readonly found: 'broken'; readonly why: string };

const KEY = 'reactor-studio/document';
const HISTORY_KEY = 'reactor-studio/history';
const BROKEN_KEY = 'reactor-studio/unreadable';

/** The shape of what is stored; a later one gets a larger number. */
const RECORD_VERSION = 1;

/**
 * Writes the document and what the user looks at, and the history where `withHistory` says so. A
 * history that the storage refuses is not worth failing for.
 */
export async function saveStudio(
  storage: Storage,
  history: History,
  view: ViewState,
  withHistory: boolean,
): Promise<void> {
  const { schedule } = history;
  const { selection, playhead, speed, window, range, foldsIdle, showsTable, theme } = view;
  const document = storage.set(KEY, {
    record: RECORD_VERSION,
    schedule,
    view: { selection, playhead, speed, window, range, foldsIdle, showsTable, theme },
  });
  // Both are begun at once: of a page that is left, what waits for something else is never written.
  const steps = withHistory
    ? storage
        .set(HISTORY_KEY, historyRecord(history, JSON.stringify(schedule)))
        .catch(() => undefined)
    : null;
  await document;
  await steps;
}

/**
 * Reads what was saved. A record that cannot be read is put aside, not thrown away.
 *
 * @throws what the storage throws.
 */
export async function loadStudio(storage: Storage): Promise<Loaded> {
  const record = await storage.get(KEY);
  if (record === undefined) return { found: 'nothing' };
  const fields = (typeof record === 'object' && record !== null ? record : {}) as Record<
    string,
    unknown
  >;
  const parsed = parseSchedule(fields['schedule']);
  if (!parsed.ok) {
    await storage.set(BROKEN_KEY, record);
    const [problem] = parsed.problems;
    return { found: 'broken', why: problem === undefined ? t('unknown') : formatProblem(problem) };
  }
  return {
    found: 'studio',
    studio: {
      schedule: parsed.schedule,
      history: historyFrom(await storedHistory(storage), fields['schedule']),
      view: viewFrom(fields['view'], parsed.schedule),
    },
  };
}

async function storedHistory(storage: Storage): Promise<unknown> {
  try {
    return await storage.get(HISTORY_KEY);
  } catch {
    return null;
  }
}

/** The stored view as far as it makes sense: none of it is worth refusing a document for. */
function viewFrom(stored: unknown, schedule: Schedule): ViewState {
  const view = (stored ?? {}) as Partial<ViewState>;
  return {
    ...INITIAL_VIEW,
    selection: selectionFrom(view.selection, schedule),
    playhead: isPlayhead(view.playhead) ? view.playhead : INITIAL_VIEW.playhead,
    speed: typeof view.speed === 'number' && view.speed > 0 ? view.speed : INITIAL_VIEW.speed,
    window: isWindow(view.window) ? view.window : null,
    range: isWindow(view.range) ? view.range : null,
    foldsIdle: view.foldsIdle !== false,
    showsTable: view.showsTable === true,
    theme: isTheme(view.theme) ? view.theme : INITIAL_VIEW.theme,
  };
}

function selectionFrom(stored: Selection | undefined, schedule: Schedule): Selection {
  const ids = new Set(schedule.nodes.map((node) => node.id));
  const strings = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  return {
    nodes: strings(stored?.nodes).filter((id) => ids.has(id)),
    edges: strings(stored?.edges),
    event: typeof stored?.event === 'number' ? stored.event : null,
  };
}

function isPlayhead(value: Playhead | undefined): value is Playhead {
  return (
    value !== undefined &&
    Number.isFinite(value.time) &&
    (value.within === null || Number.isInteger(value.within))
  );
}

function isWindow(value: TimeWindow | null | undefined): value is TimeWindow {
  return (
    value !== undefined &&
    value !== null &&
    Number.isFinite(value.start) &&
    Number.isFinite(value.end) &&
    value.start < value.end
  );
}

function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}
