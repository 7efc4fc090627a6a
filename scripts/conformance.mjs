/**
 * `npm run conformance -- --count N --seed S`: simulates random schedules, and runs their Python
 * programs on the real Twisted; `npm run conformance:reactor -- …` does so with programs for the port
 * of the reactor alone. Ends with `N passed, N failed`.
 */
import { fileURLToPath } from 'node:url';

import { findTwisted } from './lib/findTwisted.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
installPackages();

const [what, ...args] = process.argv.slice(2);
const main = what === 'reactor' ? 'test/conformance/main.ts' : 'test/conformance/language/main.ts';
// A file of programs has its results in it.
if (!args.some((arg) => arg.startsWith('--programs'))) Object.assign(process.env, findTwisted());

const { runnerImport } = await import('vite');
/** @type {{ module: { main: (args: readonly string[]) => Promise<0 | 1> } }} */
const { module } = await runnerImport(fileURLToPath(new URL(`../${main}`, import.meta.url)), {
  logLevel: 'error',
});
process.exitCode = await module.main(args);
