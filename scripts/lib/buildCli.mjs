import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { isStale } from './changedAt.mjs';

/** The command line as it is built, from the project's folder. */
export const CLI = 'dist-cli/reactor-studio.js';

const SOURCES = ['src', 'package.json', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the command line where it is missing or stale, without a word. It is put in its place whole,
 * so that others may run it or build it at the same time.
 */
export async function buildCli() {
  if (!isStale(CLI, SOURCES)) return;
  const { createBuilder } = await import('vite');
  const outDir = `node_modules/.cache/cli-${process.pid}`;
  const builder = await createBuilder({
    logLevel: 'error',
    environments: { cli: { build: { outDir } } },
  });
  const { cli } = builder.environments;
  if (cli === undefined) throw new Error('vite.config.ts has no environment named cli.');
  await builder.build(cli);
  mkdirSync('dist-cli', { recursive: true });
  renameSync(join(outDir, 'reactor-studio.js'), CLI);
  rmSync(outDir, { recursive: true });
}
