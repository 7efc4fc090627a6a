import { defineConfig } from '@playwright/test';

import { debianChromium } from './scripts/lib/debianChromium.mjs';

const executablePath = process.env['CHROMIUM_PATH'] ?? debianChromium();

// Not the port of `npm start`, so that both can run at once.
const baseURL = 'http://127.0.0.1:4187/';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.test-output/playwright',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Drawn with no text but labels: fonts are not the same on all machines.
  snapshotPathTemplate: 'test/e2e/pictures/{arg}{ext}',
  // A busy machine is slow, and no test may fail for that.
  timeout: 120_000,
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '.test-output/playwright.json' }]],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Recording takes a third of the time: `--trace on` records a test that fails.
    trace: 'off',
    launchOptions: {
      args: ['--disable-quic'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview --port 4187',
    url: baseURL,
    reuseExistingServer: false,
  },
});
