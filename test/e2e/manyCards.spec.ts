import { manyCards } from '../bench/chromium/manyCards.ts';
import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

test('2,000 cards are blocks in the colours of their states, and cards again from near', async ({
  page,
}) => {
  const document = manyCards(2000);
  await saveDocument(page, document);
  await page.goto('./');
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const cards = graph.locator('.react-flow__node-card');
  await expect(cards).toHaveCount(2000);
  await expect(page.getByRole('region', { name: 'Transport', exact: true })).toContainText(
    'ended at',
  );

  // No words and no arrow of its own, but the name that is heard, and all arrows in one line.
  await expect(graph.locator('#card-card_0-id')).toBeHidden();
  await expect(cards.first()).toHaveAccessibleName(/card_0/);
  await expect(graph.locator('.react-flow__edge')).toHaveCount(0);
  const lines = await graph
    .locator('svg[aria-hidden] > path')
    .evaluateAll((paths) =>
      paths.map((path) => (path.getAttribute('d') ?? '').split('M').length - 1),
    );
  expect(lines).toContain(1999);

  await page.getByRole('textbox', { name: 'Time of the playhead' }).fill('10.005');
  await page.keyboard.press('Enter');
  const tones = graph.locator('[data-block="true"]');
  await expect(tones.nth(500)).toHaveAttribute('data-tone', 'result');
  await expect(tones.nth(1000)).toHaveAttribute('data-tone', 'time');
  await expect(tones.nth(1500)).toHaveAttribute('data-tone', 'plain');

  for (const sought of ['card_1000', 'Zoom the graph to the selection']) {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find a command').fill(sought);
    await page.keyboard.press('Enter');
    await expect(page.getByPlaceholder('Find a command')).toBeHidden();
  }
  await expect(graph.locator('#card-card_1000-id')).toBeVisible();
  await expect(graph.locator('.react-flow__edge').first()).toBeVisible();
});
