import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {string} path a report of Vitest's
 * @returns {Counts}
 */
export function vitestCounts(path) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const report = readReport(path);
  // A file that cannot even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * @param {string} path a report of Playwright's
 * @returns {Counts}
 */
export function playwrightCounts(path) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */
  const { stats } = readReport(path);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** @param {string} path */
function readReport(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
