import type { Page } from '@playwright/test';

import { expect } from './fixtures.ts';

/** A file as it is dropped. */
export interface DroppedText {
  readonly name: string;
  readonly text: string;
}

/** Drags files from outside over the page, and drops them there. */
export async function dropFiles(page: Page, files: readonly DroppedText[]): Promise<void> {
  // Before the app is there, nothing takes them.
  await expect(page.getByRole('region', { name: /^(Transport|播放控制)$/u })).toBeVisible();
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}
