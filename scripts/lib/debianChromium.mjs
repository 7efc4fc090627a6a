import { existsSync } from 'node:fs';

/** Debian's packages with a Chromium, the better one for tests first: it draws no window around pages. */
export const CHROMIUM_PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * Where Debian's Chromium is, if any is there.
 * @returns {string | undefined}
 */
export function debianChromium() {
  return CHROMIUM_PACKAGES.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
}
