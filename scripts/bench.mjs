/**
 * `npm run bench [-- --json] [-- --quick]`: builds the benchmark and runs it in a process of its own.
 * It prints ratios of interleaved rounds of one run; figures of different runs are not compared.
 */
import { spawnSync } from 'node:child_process';

import { findTwisted } from './lib/findTwisted.mjs';
import { installPackages } from './lib/installPackages.mjs';

installPackages();
const env = { ...process.env, ...findTwisted() };
/** @param {string[]} args */
const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
};
node(
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'test/bench/vite.config.ts',
  '--logLevel',
  'warn',
);
node('--expose-gc', '.test-output/bench/main.js', ...process.argv.slice(2));
