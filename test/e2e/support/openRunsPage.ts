import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../runs/page/', import.meta.url));

let built: Promise<ReadonlyMap<string, string | Uint8Array>> | null = null;

/** Opens a page that runs schedules in the simulator's worker: `runInPage` in its global scope. */
export async function openRunsPage(page: Page): Promise<void> {
  built ??= buildRunsPage();
  const files = await built;
  await page.route('**/runs/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/runs/', '');
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    const contentType = path.endsWith('.html') ? 'text/html' : 'text/javascript';
    return route.fulfill({
      contentType,
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
  });
  await page.goto('./runs/index.html');
}

/** Bundles it as the app is bundled, into memory. */
async function buildRunsPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    root: ROOT,
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { write: false, target: 'es2023' },
  });
  if (!('output' in result)) throw new Error('The page of the runs was not built.');
  return new Map(
    result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}
