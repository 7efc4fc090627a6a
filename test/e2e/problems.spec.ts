import AxeBuilder from '@axe-core/playwright';

import { dropFiles } from './support/dropFile.ts';
import { expect, test } from './support/fixtures.ts';

const node = { position: { x: 0, y: 0 }, starts: 'program' };

const ODD = JSON.stringify({
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Odd',
  horizon: 20,
  functions: {
    fail: { steps: [{ do: 'raise', error: { type: 'KeyError', message: 'feed' } }] },
    report: {
      steps: [
        { do: 'log', text: '{input}' },
        { do: 'log', text: 'never', when: { fromCall: 3, untilCall: 1 } },
      ],
    },
  },
  nodes: [
    { ...node, kind: 'deferLater', id: 'early', delay: 2, call: 'fail' },
    {
      ...node,
      kind: 'deferLater',
      id: 'handled',
      position: { x: 400, y: 0 },
      delay: 3,
      call: 'fail',
      chain: [{ errback: 'report' }],
    },
    {
      ...node,
      kind: 'callLater',
      id: 'lost',
      position: { x: 0, y: 400 },
      starts: 'never',
      delay: 1,
      call: 'report',
    },
  ],
});

test('the problems of the document and its run lead to their places', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Problems: 0' })).toBeVisible();
  await dropFiles(page, [{ name: 'odd.json', text: ODD }]);
  const problems = page.getByRole('region', { name: 'Problems', exact: true });
  const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
  await expect(problems.getByRole('listitem')).toContainText([
    /Error: early at 2\.000 s.*KeyError\('feed'\) is unhandled/,
    /Warning: lost.*is never started/,
    /Warning: report, step 2.*never runs: its condition holds from call 3 until call 1/,
  ]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // A node.
  const field = inspector.getByLabel('Name', { exact: true }).first();
  await problems.getByRole('button', { name: /Warning: lost/ }).click();
  await expect(field).toHaveValue('lost');

  // A step, in a function that was not even open.
  await problems.getByRole('button', { name: /Warning: report, step 2/ }).press('Enter');
  await expect(field).toHaveValue('handled');
  await expect(inspector.getByRole('textbox', { name: 'Text' }).nth(1)).toBeFocused();

  // An error of the run: the playhead stands right behind it.
  await problems.getByRole('button', { name: /Error: early/ }).click();
  await expect(field).toHaveValue('early');
  await expect(page.getByRole('region', { name: 'Transport' }).getByRole('textbox')).toHaveValue(
    '00:02.000',
  );

  // The list is live.
  await problems.getByRole('button', { name: /Warning: lost/ }).click();
  await inspector.getByLabel('Starts', { exact: true }).selectOption({ label: 'with the program' });
  await expect(page.getByRole('button', { name: 'Problems: 2' })).toBeVisible();
});

test('the button and the key lead to the list, also where its column is folded away', async ({
  page,
}) => {
  await page.goto('./');
  await dropFiles(page, [{ name: 'odd.json', text: ODD }]);
  const problems = page.getByRole('region', { name: 'Problems', exact: true });
  await expect(problems.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Palette panel' }).click();
  await expect(problems).toBeHidden();
  await page.getByRole('button', { name: 'Problems: 3' }).click();
  await expect(problems.getByRole('button', { name: /Error: early/ })).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).focus();
  await page.keyboard.press('Alt+Shift+m');
  await expect(problems.getByRole('button', { name: /Error: early/ })).toBeFocused();
});

test('each problem is mended by one press, in the list, on the card and by keys', async ({
  page,
}) => {
  await page.goto('./');
  await dropFiles(page, [{ name: 'odd.json', text: ODD }]);
  const problems = page.getByRole('region', { name: 'Problems', exact: true });
  const count = (number: number): Promise<void> =>
    expect(page.getByRole('button', { name: `Problems: ${number}` })).toBeVisible();
  await count(3);

  // In the list; the focus goes on to what is left.
  await problems.getByRole('button', { name: 'Fix: let step 2 of report run from' }).click();
  await count(2);
  await expect(problems.getByRole('button', { name: /Error: early/ })).toBeFocused();

  // On the card, by the pointer.
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const early = graph.locator('[data-id="early"]');
  await early.getByRole('button', { name: '1 problem' }).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await graph.getByRole('button', { name: 'Fix: add an errback that logs' }).click();
  await count(1);
  await expect(early.getByRole('button', { name: '1 problem' })).toBeHidden();

  // By keys alone.
  await graph.locator('[data-id="lost"]').focus();
  await page.keyboard.press('Control+.');
  await expect(
    graph.getByRole('button', { name: 'Fix: start lost when the program' }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await count(0);
  await expect(page.getByRole('status', { name: 'Announcements' })).toContainText(
    'Done: start lost when the program starts',
  );
  await expect(graph.locator('[data-id="lost"]')).toBeFocused();

  // Each fix is an edit like any other.
  for (let back = 0; back < 3; back += 1) await page.keyboard.press('Control+z');
  await count(3);
});
