/** npm start: installs and builds what is missing, then serves the studio on this machine alone. */
import { fileURLToPath } from 'node:url';

import { isStale } from './lib/changedAt.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
installPackages();

// Only now is there a Vite to load.
const { build, preview } = await import('vite');

if (isStale('dist/index.html', SOURCES)) {
  console.log('Building …');
  await build({ logLevel: 'warn' });
}

const port = Number(process.env['PORT'] ?? 4173);
try {
  await preview({ preview: { port, open: mayOpenBrowser() } });
  console.log(`Reactor Studio: http://127.0.0.1:${port}/`);
  console.log('Stop it with Ctrl+C.');
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`${reason}\nAnother port: PORT=4200 npm start`);
  process.exit(1);
}

function mayOpenBrowser() {
  if (process.env['CI'] !== undefined || process.env['NO_OPEN'] !== undefined) return false;
  if (process.platform !== 'linux') return true;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}
