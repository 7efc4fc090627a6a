import { expect, test } from './support/fixtures.ts';
import { largeSchedule, saveDocument } from './support/savedDocument.ts';

const empty = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Empty',
  horizon: 60,
  functions: {},
  nodes: [],
};

test('a thousand nodes open, run, and can be edited', async ({ page }) => {
  // The pictures of so large a page that the runner takes of each step need their time.
  test.slow();
  await saveDocument(page, largeSchedule(1000));
  await page.goto('./');
  const transport = page.getByRole('region', { name: 'Transport' });
  await expect(transport).toContainText('horizon', { timeout: 20_000 });
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: /^node_0/ })
    .click();
  await page
    .getByRole('region', { name: 'Inspector' })
    .getByLabel('Interval', { exact: true })
    .fill('2');
  await page.getByRole('region', { name: 'Events' }).getByRole('combobox').fill('node_0 tick 3');
  await expect(
    page.getByRole('region', { name: 'Events' }).getByRole('option').first(),
  ).toContainText('4.000', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(
    page.getByRole('region', { name: 'Events' }).getByRole('option').first(),
  ).toContainText('10.000', { timeout: 20_000 });
});

test('a runaway schedule stops at its budget, with the node at fault and a way on', async ({
  page,
}) => {
  await saveDocument(page, {
    ...empty,
    functions: { spin: { steps: [] } },
    nodes: [
      {
        kind: 'loopingCall',
        id: 'zeno',
        position: { x: 0, y: 0 },
        starts: 'program',
        interval: 0,
        call: 'spin',
      },
    ],
  });
  await page.goto('./');
  const transport = page.getByRole('region', { name: 'Transport' });
  await expect(transport).toContainText('zeno', { timeout: 20_000 });
  await expect(transport).toContainText(/100,?000/);
  await page.getByRole('button', { name: 'Run on', exact: true }).click();
  await expect(transport).toContainText(/1,?000,?000/, { timeout: 30_000 });
  // The mend is one edit away.
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: /^zeno/ })
    .click();
  await page
    .getByRole('region', { name: 'Inspector' })
    .getByLabel('Interval', { exact: true })
    .fill('1');
  await expect(transport).toContainText('horizon', { timeout: 20_000 });
});

test('an empty document says what to do, and a first node can be added from there', async ({
  page,
}) => {
  await saveDocument(page, empty);
  await page.goto('./');
  const graph = page.getByRole('region', { name: 'Graph' });
  await graph.getByRole('button', { name: /LoopingCall/ }).click();
  await expect(graph.getByRole('group', { name: /^loop LoopingCall/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Events' })).toContainText('tick 1');
});

test('a saved record that is broken is put aside, and the page says so', async ({ page }) => {
  await saveDocument(page, { ...empty, horizon: -1 });
  await page.goto('./');
  await expect(
    page.getByText(/could not be read \(horizon: must be a finite number >= 0, got -1\)/),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Graph' })).toContainText('poll');
});

test('names in any script, very long ones and markup are text and nothing more', async ({
  page,
}) => {
  const label = '<img src=x onerror="window.pwned=1">轮询 \u202Eabc '.repeat(3);
  await saveDocument(page, {
    ...empty,
    name: '名'.repeat(200),
    functions: { f: { steps: [{ do: 'log', text: '<script>window.pwned=1</script>' }] } },
    nodes: [
      {
        kind: 'callLater',
        id: 'a'.repeat(100),
        label,
        position: { x: 0, y: 0 },
        starts: 'program',
        delay: 0,
        call: 'f',
      },
    ],
  });
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Output' })).toContainText('<script>');
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(scrolls).toBe(false);
});

test('clicking twice, and undo in the middle of typing, leave one consistent document', async ({
  page,
}) => {
  await saveDocument(page, empty);
  await page.goto('./');
  const palette = page.getByRole('region', { name: 'Palette' });
  await palette.getByRole('button', { name: /deferLater/ }).dblclick();
  const cards = page
    .getByRole('region', { name: 'Graph' })
    .getByRole('group', { name: /deferLater/ });
  await expect(cards).toHaveCount(2);
  const delay = page
    .getByRole('region', { name: 'Inspector' })
    .getByLabel('Delay', { exact: true });
  await delay.fill('12');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(delay).toHaveValue(/^1( s)?$/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cards).toHaveCount(1);
});
