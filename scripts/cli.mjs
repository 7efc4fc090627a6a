/** `npm run -s cli -- …`: the command line, which is built where it is missing or stale. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

import { buildCli, CLI } from './lib/buildCli.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
// Standard output is for results.
installPackages({ output: 'stderr' });
await buildCli();

const program = pathToFileURL(resolve(CLI)).href;
// npm runs scripts in the package's folder; files are named from where it was called.
if (process.env['INIT_CWD'] !== undefined) process.chdir(process.env['INIT_CWD']);
await import(program);
