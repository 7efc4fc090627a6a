import type { Page } from '@playwright/test';
import fc from 'fast-check';

import { EXAMPLES } from '#schedule/examples.ts';
import type { Schedule } from '#schedule/schema.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { chanceSchedules } from '../runs/chanceSchedules.ts';
import { outcomeOf, type Outcome } from '../runs/outcome.ts';
import type { RunInPage } from '../runs/page/runInPage.ts';
import { RUNAWAYS } from '../runs/runaways.ts';
import { run } from '../support/runs.ts';
import { expect, test } from './support/fixtures.ts';
import { openRunsPage } from './support/openRunsPage.ts';

/** Names the random schedules. */
const SEED = 20_240;

/** Those of the language's examples, of chance, and of the generator: 160 and more. */
const SETS: readonly { readonly name: string; readonly schedules: () => readonly Schedule[] }[] = [
  {
    name: 'examples and schedules of chance',
    schedules: () => [...EXAMPLES.map((example) => example.load()), ...chanceSchedules(8)],
  },
  {
    name: 'random schedules',
    schedules: () => fc.sample(SCHEDULES, { seed: SEED, numRuns: 110 }),
  },
];

for (const { name, schedules } of SETS) {
  test(`${name} have the same traces in Node and in the worker of Chromium`, async ({ page }) => {
    await openRunsPage(page);
    const runs = await runInPage(page, schedules());
    expect(runs.map(({ outcome }) => outcome)).toEqual(await allInNode(schedules()));
  });
}

// Two tests, so that both cores have something to do.
for (const half of [0, 1]) {
  test(`runaways stop at the same event in Node and in Chromium, and the page lives, part ${half + 1}`, async ({
    page,
  }) => {
    const runaways = RUNAWAYS.filter((_, index) => index % 2 === half);
    const schedules = runaways.map(({ schedule }) => schedule);
    await openRunsPage(page);
    const button = page.getByRole('button');
    const running = runInPage(page, schedules);
    const over = running.then(
      () => true,
      () => true,
    );
    const notYet = (): Promise<boolean> =>
      new Promise((resolve) => {
        setTimeout(() => resolve(false), 100);
      });
    for (let clicks = 1; !(await Promise.race([over, notYet()])); clicks += 1) {
      await button.click();
      await expect(button).toHaveText(`${clicks} clicks`);
    }
    const runs = await running;
    const outcomes = runs.map(({ outcome }) => outcome);
    const silences = runaways.map(({ id }, index) => [id, runs[index]?.longestSilence ?? Infinity]);
    expect(silences.filter(([, silence]) => Number(silence) >= 1000)).toEqual([]);
    expect(outcomes.map(({ why, stoppedBy, named }) => ({ why, stoppedBy, named }))).toEqual(
      runaways.map(({ stoppedBy, atFault }) => ({ why: 'limit', stoppedBy, named: atFault })),
    );
    expect(outcomes).toEqual(await allInNode(schedules));
  });
}

function runInPage(page: Page, schedules: readonly Schedule[]): ReturnType<RunInPage> {
  return page.evaluate<Awaited<ReturnType<RunInPage>>, readonly object[]>(
    (asked) =>
      (globalThis as unknown as { runInPage: RunInPage }).runInPage(asked as readonly Schedule[]),
    schedules,
  );
}

async function allInNode(schedules: readonly Schedule[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const schedule of schedules) {
    const { trace, end } = run(schedule);
    outcomes.push(await outcomeOf(trace, end));
  }
  return outcomes;
}
