import type { CDPSession, Page } from '@playwright/test';

import type { Engine } from '../engine.ts';
import type { Measure } from '../workload.ts';
import type { BenchPage, PagePart, PageRound } from './askPage.ts';

/** A contender on a page of its own. */
export async function pageEngine(page: Page, part: PagePart, measures: Measure): Promise<Engine> {
  const session = await page.context().newCDPSession(page);
  // By the time that the thread itself has had, so that others on the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await prepare(page, part);
  return {
    async round() {
      // A page behind another one is not drawn.
      await page.bringToFront();
      await prepare(page, part);
      switch (measures) {
        case 'milliseconds':
          throw new Error('A page does not time its operations one by one.');
        case 'rate': {
          const { operations, milliseconds } = await round(page, part, false);
          return (operations / milliseconds) * 1000;
        }
        case 'wait':
          return (await round(page, part, true)).longestWait;
        case 'bytes': {
          const before = await bytesUsed(session);
          const { operations } = await round(page, part, false);
          return ((await bytesUsed(session)) - before) / operations;
        }
        case 'work': {
          const before = await worked(session);
          const { operations } = await round(page, part, false);
          return (((await worked(session)) - before) * 1000) / operations;
        }
      }
    },
    end: () => page.context().close(),
  };
}

function prepare(page: Page, part: PagePart): Promise<void> {
  return page.evaluate(
    (asked) => (globalThis as unknown as { benchPage: BenchPage }).benchPage.prepare(asked),
    part,
  );
}

function round(page: Page, part: PagePart, watches: boolean): Promise<PageRound> {
  return page.evaluate(
    ([asked, isWatched]) =>
      (globalThis as unknown as { benchPage: BenchPage }).benchPage.round(asked, isWatched),
    [part, watches] as const,
  );
}

/** The memory of objects and of typed arrays that the page holds. */
async function bytesUsed(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  // The protocol's own types, which come with the browser, are older than the last field.
  const usage: { usedSize: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** For how many seconds the page's thread has worked so far: script, styles, layout and drawing. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
