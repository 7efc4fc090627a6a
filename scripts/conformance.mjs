/**
 * `npm run conformance:reactor -- --count N --seed S`: runs random programs on the port and on the
 * real Twisted; `-- --programs FILE`: programs with results. Ends with `N passed, N failed`.
 */
import { fileURLToPath } from 'node:url';

import { findTwisted } from './lib/findTwisted.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
installPackages();

const args = process.argv.slice(2);
// A file has its results in it.
if (!args.some((arg) => arg.startsWith('--programs'))) Object.assign(process.env, findTwisted());

const { runnerImport } = await import('vite');
/** @type {{ module: { main: (args: readonly string[]) => Promise<0 | 1> } }} */
const { module } = await runnerImport(
  fileURLToPath(new URL('../test/conformance/main.ts', import.meta.url)),
  { logLevel: 'error' },
);
process.exitCode = await module.main(args);
