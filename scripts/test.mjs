/**
 * npm test: sets up what is missing, then checks and tests everything. The first stage that fails ends it.
 * The last line is `N passed, N failed`; each check counts as one, each test as one.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './lib/findChromium.mjs';
import { findPyflakes } from './lib/findPyflakes.mjs';
import { findTwisted } from './lib/findTwisted.mjs';
import { checkNodeVersion, installPackages } from './lib/installPackages.mjs';
import { runNode } from './lib/run.mjs';
import { playwrightCounts, vitestCounts } from './lib/testReports.mjs';

const VITEST_REPORT = '.test-output/vitest.json';
const PLAYWRIGHT_REPORT = '.test-output/playwright.json';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNodeVersion();
installPackages();

const chromium = findChromium();
const twisted = findTwisted();
findPyflakes(twisted['TWISTED_PYTHON']);
const env = { ...twisted, ...chromium };

/** @typedef {import('./lib/testReports.mjs').Counts} Counts */

/**
 * A stage without counts of its own counts as one.
 * @type {{ name: string, args: string[], counts?: () => Counts, hint?: string }[]}
 */
const stages = [
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'], hint: 'npm run fix' },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint'], hint: 'npm run fix mends some' },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'vitest',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ],
    counts: () => vitestCounts(VITEST_REPORT),
  },
  { name: 'build', args: ['node_modules/vite/bin/vite.js', 'build'] },
  {
    name: 'playwright',
    args: ['node_modules/@playwright/test/cli.js', 'test'],
    counts: () => playwrightCounts(PLAYWRIGHT_REPORT),
  },
];

rmSync('.test-output', { recursive: true, force: true });
mkdirSync('.test-output', { recursive: true });

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
for (const stage of stages) {
  console.log(`\n=== ${stage.name} ===`);
  const start = performance.now();
  const ranWell =
    stage.name === 'playwright' && chromium === null ? false : runNode(stage.args, env);
  const { passed, failed } = countsOf(stage.counts, ranWell);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  summary.push(`${ranWell ? 'ok  ' : 'FAIL'}  ${stage.name.padEnd(10)} ${seconds.padStart(6)} s`);
  if (!ranWell) {
    if (stage.hint !== undefined) console.log(`Hint: ${stage.hint}`);
    break;
  }
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {(() => Counts) | undefined} readCounts
 * @param {boolean} ranWell
 * @returns {Counts}
 */
function countsOf(readCounts, ranWell) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0 };
  try {
    counts = readCounts?.() ?? { passed: ranWell ? 1 : 0, failed: 0 };
  } catch {
    // The runner broke before it wrote its report.
  }
  return ranWell ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}
