/** `npm run -s cli -- …`: the command line, which is built where it is missing or stale. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

import { buildCli, CLI } from './lib/buildCli.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';

// npm runs scripts in the package's folder; files are named from where it was called.
const { npm_lifecycle_event: script, INIT_CWD } = process.env;
const folder = script === 'cli' && INIT_CWD !== undefined ? INIT_CWD : process.cwd();

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
// Standard output is for results.
installPackages({ output: 'stderr' });
await buildCli();

const program = pathToFileURL(resolve(CLI)).href;
process.chdir(folder);
await import(program);
