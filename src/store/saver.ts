import type { Milliseconds } from '#base/units.ts';

/** Saves some time after the last change, and at once when asked to. */
export interface Saver {
  /** Something has changed: it will be saved soon. `quietly`: not worth to say so. */
  changed(quietly: boolean): void;
  /** Saves now what has changed. */
  flush(): void;
}

/** A saver that calls `save` at most once at a time; `told` hears how it is. */
export function createSaver(
  save: () => Promise<void>,
  told: (state: 'saving' | 'saved' | 'failed') => void,
  delay: Milliseconds,
  later: (delay: Milliseconds, f: () => void) => () => void,
): Saver {
  let cancel: (() => void) | null = null;
  let isDirty = false;
  let isSaving = false;

  const write = async (): Promise<void> => {
    isSaving = true;
    while (isDirty) {
      isDirty = false;
      try {
        await save();
      } catch {
        isDirty = true;
        isSaving = false;
        told('failed');
        return;
      }
    }
    isSaving = false;
    told('saved');
  };
  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (isDirty && !isSaving) void write();
  };
  return {
    changed(quietly) {
      isDirty = true;
      if (!quietly) told('saving');
      cancel?.();
      cancel = later(delay, flush);
    },
    flush,
  };
}
