let keeps = true;

/**
 * The browser's storage for settings of the screen. Where a browser forbids it (a private window, a
 * sandboxed frame), nothing is remembered and nothing else breaks.
 */
export const pageStorage = {
  /** From now on nothing is kept, and nothing was: inside of another page. */
  forget(): void {
    keeps = false;
  },
  /** The text kept under this name, or null. */
  getItem(name: string): string | null {
    if (!keeps) return null;
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  /** Keeps a text under this name, where that is allowed. */
  setItem(name: string, text: string): void {
    if (!keeps) return;
    try {
      localStorage.setItem(name, text);
    } catch {
      // A screen that is not remembered is as good as new each time.
    }
  },
};
