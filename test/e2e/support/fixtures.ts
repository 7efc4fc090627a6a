/**
 * `test` and `expect` for the browser tests. A test fails by itself when the page logs an error, throws,
 * asks another origin for anything, or is refused something it asked for. A test that wants such an error
 * says so: `test.use({ expectedErrors: [/quota/] })`.
 */
import { test as base, expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

interface Fixtures {
  /** Whether the tour greets who opens the studio for the first time. */
  greets: boolean;
  expectedErrors: RegExp[];
  pageErrors: string[];
}

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  greets: [false, { option: true }],

  pageErrors: [
    async ({ context, baseURL, expectedErrors, greets }, use) => {
      if (!greets) {
        await context.addInitScript(() => {
          // A page that is blank has no storage.
          if (window.origin !== 'null') localStorage.setItem('reactor-studio/tour', 'taken');
        });
      }
      const errors: string[] = [];
      watch(context, new URL(baseURL ?? '').origin, (error) => {
        if (!expectedErrors.some((expected) => expected.test(error))) errors.push(error);
      });
      await use(errors);
      expect(errors, 'errors on the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function watch(context: BrowserContext, origin: string, report: (error: string) => void): void {
  context.on('weberror', (event) => {
    const thrown = event.error();
    report(`thrown: ${thrown.stack ?? thrown.message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error')
      report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const inPage = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!inPage && url.origin !== origin) report(`request to another origin: ${url.href}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`status ${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    // Leaving a page and starting a download both abort a request.
    const reason = request.failure()?.errorText ?? 'unknown reason';
    if (reason !== 'net::ERR_ABORTED') report(`request failed: ${request.url()} (${reason})`);
  });
}
