import type { Page } from '@playwright/test';

import { expect } from './fixtures.ts';

/** Opens the studio as a browser without the File System Access API has it: its dialogs can be driven. */
export async function openWithoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) {
      Object.defineProperty(window, name, { value: undefined });
    }
  });
  // Asked for only when a dialog is about to open, the browser may open it before it hears that.
  page.on('filechooser', () => undefined);
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Transport', exact: true })).toContainText(
    'ended at',
  );
}
