import type { Locator, Page } from '@playwright/test';

/** A part of the screen. */
export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** A node's card or frame. */
export function nodeOf(page: Page, id: string): Locator {
  return region(page, 'Graph').locator(`.react-flow__node[data-id="${id}"]`);
}

/** The name on a card, by which it is held. */
export function titleOf(page: Page, id: string): Locator {
  return page.locator(`#card-${id}-id`);
}
