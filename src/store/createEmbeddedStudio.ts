import { browserHost } from './browserHost.ts';
import { createStudio, type Beginning } from './createStudio.ts';
import type { Studio } from './studio.ts';
import type { StudioHost } from './studioHost.ts';

/**
 * A studio inside of another page: nothing is edited, and nothing is read from or written to what the
 * browser keeps.
 */
export function createEmbeddedStudio(beginning: Omit<Beginning, 'isReadOnly'>): Promise<Studio> {
  return createStudio(storingNothing(browserHost()), { ...beginning, isReadOnly: true });
}

function storingNothing(host: StudioHost): StudioHost {
  return {
    ...host,
    storage: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    lock: { acquire: () => Promise.resolve(), steal: () => Promise.resolve() },
  };
}
