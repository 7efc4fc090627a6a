import type { Milliseconds } from '#base/units.ts';
import type { ClientHost } from '#worker/client.ts';

import type { FrameLoop } from './playback.ts';
import type { Storage } from './savedStudio.ts';

/** Who may save: of all tabs, one. */
export interface WriterLock {
  /** Waits until it is free, and takes it. `lost` is called if another tab steals it later. */
  acquire(lost: () => void): Promise<void>;
  /** Takes it from whoever has it. */
  steal(lost: () => void): Promise<void>;
}

/** What a studio needs of its surroundings: the browser's, or a test's own. */
export interface StudioHost extends ClientHost {
  readonly storage: Storage;
  readonly lock: WriterLock;
  readonly frames: FrameLoop;
  /** A clock that only grows while the page is open, since 1970: for merging edits and for their age. */
  now(): Milliseconds;
  later(delay: Milliseconds, f: () => void): () => void;
  /** Calls `f` whenever the page is hidden, put to sleep or left; gives what ends that. */
  onHidden(f: () => void): () => void;
  /** Asks the user before the page is left as long as `holds`; gives what ends that. */
  askBeforeLeaving(holds: () => boolean): () => void;
}
