import type { BenchPage, PagePart } from './askPage.ts';
import { highlightsByHand, highlightsOfTheGraph } from './highlightTasks.tsx';
import { openCards, openPlainNodes, panCards, panPlainNodes } from './manyCardsTasks.tsx';
import type { PageTask } from './pageTask.ts';
import { keepColumns, streamColumns } from './streamColumns.ts';
import { streamObjects } from './streamObjects.ts';
import { framesOfAMillion, framesOfRectangles, framesOfTenMillion } from './timelineFrames.ts';
import { watchWaits } from './watchWaits.ts';

/** What contenders are called that run on the page. */
const TASKS: Readonly<Record<string, PageTask>> = {
  streamColumns,
  keepColumns,
  streamThousands: streamObjects(1000),
  streamSingly: streamObjects(1),
  highlightsOfTheGraph,
  highlightsByHand,
  openCards,
  openPlainNodes,
  panCards,
  panPlainNodes,
  framesOfAMillion,
  framesOfTenMillion,
  framesOfRectangles,
};

/** What the last round has left, until the next one. */
let kept: unknown = null;

const benchPage: BenchPage = {
  async prepare(part) {
    kept = null;
    await taskOf(part).prepare?.(part.scale);
  },
  async round(part, watches) {
    const waits = watches ? watchWaits() : () => 0;
    const start = performance.now();
    const done = await taskOf(part).run(part.scale);
    const milliseconds = performance.now() - start;
    kept = done.kept;
    return { operations: done.operations, milliseconds, longestWait: waits() };
  },
};
Object.assign(globalThis, { benchPage, keptByBench: () => kept });

function taskOf({ task }: PagePart): PageTask {
  const found = TASKS[task];
  if (found === undefined) throw new Error(`The page has no task ${task}.`);
  return found;
}
