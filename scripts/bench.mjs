/**
 * `npm run bench [-- --json] [-- --quick]`: builds the benchmark and runs it; `-- W4` only
 * what begins so. Each contender has a process of its own, or a worker of Chromium.
 * It prints ratios of interleaved rounds of one run; figures of different runs are not compared.
 */
import { spawnSync } from 'node:child_process';

import { findChromium } from './lib/findChromium.mjs';
import { findTwisted } from './lib/findTwisted.mjs';
import { installPackages } from './lib/installPackages.mjs';

installPackages();
const env = { ...process.env, ...findTwisted(), ...findChromium() };
/** @param {string[]} args */
const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
};
for (const config of ['test/bench/vite.config.ts', 'test/bench/chromium/vite.config.ts']) {
  node('node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'error');
}
node('.test-output/bench/main.js', ...process.argv.slice(2));
