import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds } from '#base/units.ts';

import type { History } from './history.ts';
import { loadStudio, saveStudio, type SavedStudio } from './savedStudio.ts';
import { createSaver } from './saver.ts';
import type { SaveState } from './studio.ts';
import type { StudioHost } from './studioHost.ts';
import type { ViewState } from './viewState.ts';

/** Keeps the storage in step with the document, as long as this tab is the one that saves. */
export interface Autosave {
  /** Makes this tab the one that saves, with what the other one has saved last. */
  takeOver(): Promise<void>;
  dispose(): void;
}

/** An edit is saved this long after the last one. */
const SAVE_DELAY: Milliseconds = 300;

/** A page that was left gives its lock back a little later: until then this is no second tab. */
const LOCK_PATIENCE: Milliseconds = 1000;

/**
 * Saves after each change. Of all tabs one saves; in another one the state is `elsewhere` until
 * that one is closed or this one takes over. `adopt` gets what another tab has saved meanwhile.
 */
export function createAutosave(
  host: StudioHost,
  history: StoreApi<History>,
  view: StoreApi<ViewState>,
  save: StoreApi<{ readonly state: SaveState }>,
  adopt: (saved: SavedStudio) => void,
): Autosave {
  let isWriter = false;
  /** The history as it stands in the storage: it changes less often than what the user looks at. */
  let storedPast: History['past'] | null = null;
  /** The document as it stands in the storage, as far as this tab knows. */
  let stored = JSON.stringify(history.getState().schedule);
  const tell = (state: SaveState): void => {
    if (save.getState().state !== state) save.setState({ state });
  };
  const saver = createSaver(
    async () => {
      const state = history.getState();
      await saveStudio(host.storage, state, view.getState(), state.past !== storedPast);
      storedPast = state.past;
      stored = JSON.stringify(state.schedule);
    },
    (state) => {
      if (isWriter) tell(state);
    },
    SAVE_DELAY,
    (delay, f) => host.later(delay, f),
  );
  const changed = (quietly: boolean): void => {
    if (isWriter) saver.changed(quietly);
  };
  const becomeWriter = async (): Promise<void> => {
    const loaded = await loadStudio(host.storage);
    isWriter = true;
    // Another tab may have written it since.
    storedPast = null;
    tell('saved');
    const saved = loaded.found === 'studio' ? loaded.studio : null;
    if (saved !== null && JSON.stringify(saved.schedule) !== stored) adopt(saved);
    else if (JSON.stringify(history.getState().schedule) !== stored) changed(false);
  };
  const failed = (): void => tell('failed');
  const lost = (): void => {
    isWriter = false;
    tell('elsewhere');
    host.lock.acquire(lost).then(becomeWriter).catch(failed);
  };
  const stopWaiting = host.later(LOCK_PATIENCE, () => {
    if (!isWriter) tell('elsewhere');
  });
  host.lock.acquire(lost).then(becomeWriter).catch(failed);

  const stops = [
    history.subscribe((state, before) => {
      if (state.schedule !== before.schedule) changed(false);
    }),
    view.subscribe((state, before) => {
      // While playing, the playhead moves sixty times a second: where it stops is what is kept.
      if (!state.playing && isWorthSaving(state, before)) changed(true);
    }),
    host.onHidden(() => saver.flush()),
    // Where this tab saves, leaving it saves. Elsewhere the edits would be gone.
    host.askBeforeLeaving(() => {
      const { state } = save.getState();
      const isSafe = state !== 'elsewhere' && state !== 'failed';
      return !isSafe && JSON.stringify(history.getState().schedule) !== stored;
    }),
  ];
  return {
    async takeOver() {
      await host.lock.steal(lost);
      await becomeWriter();
    },
    dispose() {
      stopWaiting();
      saver.flush();
      for (const stop of stops) stop();
    },
  };
}

function isWorthSaving(state: ViewState, before: ViewState): boolean {
  return (
    state.selection !== before.selection ||
    state.playhead !== before.playhead ||
    state.playing !== before.playing ||
    state.speed !== before.speed ||
    state.window !== before.window ||
    state.range !== before.range ||
    state.foldsIdle !== before.foldsIdle ||
    state.showsTable !== before.showsTable ||
    state.theme !== before.theme
  );
}
