import { existsSync } from 'node:fs';
import { CHROMIUM_PACKAGES, debianChromium } from './debianChromium.mjs';
import { installWithApt } from './installWithApt.mjs';
import { runNode } from './run.mjs';

/**
 * The environment that tells playwright.config.ts which browser to use; null if none can be had.
 * Without CHROMIUM_PATH, Playwright finds the browser it downloaded itself.
 * @returns {Record<string, string> | null}
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { CHROMIUM_PATH: named };
    console.error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return null;
  }
  const found = debianChromium() ?? installed();
  if (found !== undefined) return { CHROMIUM_PATH: found };
  if (runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) return {};
  console.error('No Chromium for the browser tests: install one and name it in CHROMIUM_PATH.');
  return null;
}

/** Not every release of Debian has every package. */
function installed() {
  console.log('Installing Chromium …');
  // The fonts are for the Chinese words in pictures.
  CHROMIUM_PACKAGES.some((name) => installWithApt([name, 'fonts-noto-cjk']));
  return debianChromium();
}
