/**
 * `npm run soak`: simulates a day of a service, ten million events, in a heap that is far too small
 * for its trace, and fails if the memory grows on the way.
 */
import { installPackages } from './lib/installPackages.mjs';
import { runNode } from './lib/run.mjs';

/** Megabytes of long-lived objects that the run may have. */
const OLD_SPACE = 32;

installPackages();
const isBuilt = runNode(
  [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'test/soak/vite.config.ts',
    '--logLevel',
    'error',
  ],
  {},
);
const isWell =
  isBuilt &&
  runNode([`--max-old-space-size=${OLD_SPACE}`, '--expose-gc', '.test-output/soak/main.js'], {});
process.exitCode = isWell ? 0 : 1;
