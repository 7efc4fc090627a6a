import { replaceSchedule } from '#schedule/documentEdits.ts';
import { createStudio } from '#store/createStudio.ts';
import type { Studio } from '#store/studio.ts';
import { describeNode } from '#trace/describeInstance.ts';
import { createStateCursor } from '#trace/stateCursor.ts';

import type { Done } from '../workload.ts';
import { frame, GraphOnPage, rootOfPage, until } from './graphOnPage.tsx';
import { highlightedLoops, PHASES, RATE } from './highlightedLoops.ts';
import type { PageTask } from './pageTask.ts';

/** What a card says from some update on. */
interface Change {
  readonly node: string;
  readonly tone: string;
  readonly text: string;
}

/** How many updates a round has at full scale. */
const UPDATES = 180;

/** The first update: by then all loops have begun. */
const FIRST = 2 * PHASES;

let studio: Studio | null = null;
let changes: readonly (readonly Change[])[] = [];

/** The graph follows the playhead. */
export const highlightsOfTheGraph: PageTask = {
  prepare,
  run: (scale) => play(scale, (update) => studio?.seek(timeOf(update))),
};

/** The same cards come to say the same, by as little as it takes. */
export const highlightsByHand: PageTask = {
  prepare,
  run: (scale) => play(scale, (update) => changes[update]?.forEach(show)),
};

/** Opens the graph with all its cards in view, and knows what they will say. */
async function prepare(scale: number): Promise<void> {
  studio ??= await openGraph();
  const { trace } = studio.run.getState();
  const last = FIRST + UPDATES * scale;
  if (changes.length === 0) {
    const cursor = createStateCursor(trace);
    let before = new Map<string, string>();
    const all: Change[][] = [];
    for (let update = 0; update <= last; update += 1) {
      const time = timeOf(update);
      const state = cursor.at(trace.countUntil(time, true));
      const phases = trace.header.nodes.map(({ id }, node) => ({
        node: id,
        ...describeNode(trace, state, node, time),
      }));
      const known = before;
      all.push(phases.filter(({ node, tone, text }) => known.get(node) !== `${tone} ${text}`));
      before = new Map(phases.map(({ node, tone, text }) => [node, `${tone} ${text}`]));
    }
    changes = all;
    const counts = changes.slice(FIRST).map((of) => of.length);
    if (counts.some((count) => count !== 20)) {
      throw new Error(`Not 20 cards change at each update: ${[...new Set(counts)].join(', ')}`);
    }
  }
  studio.seek(timeOf(FIRST - 1));
  await frame();
  await frame();
}

async function openGraph(): Promise<Studio> {
  const opened = await createStudio();
  const schedule = highlightedLoops();
  opened.edit(replaceSchedule(schedule, 'highlights'));
  rootOfPage().render(<GraphOnPage studio={opened} />);
  const isReady = (): boolean => {
    const { trace, status } = opened.run.getState();
    const isWhole = trace.header.nodes.length === schedule.nodes.length;
    return isWhole && status.state === 'ended' && cardsInView() === schedule.nodes.length;
  };
  await until(isReady, () => `${cardsInView()} of ${schedule.nodes.length} cards are in view.`);
  return opened;
}

function cardsInView(): number {
  return [...document.querySelectorAll('.react-flow__node-card')].filter((card) => {
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  }).length;
}

/** An update a frame. */
async function play(scale: number, show: (update: number) => void): Promise<Done> {
  const updates = UPDATES * scale;
  for (let update = FIRST; update < FIRST + updates; update += 1) {
    await frame();
    show(update);
  }
  await frame();
  const last = changes[FIRST + updates - 1]?.[0];
  const said = last === undefined ? '' : document.getElementById(`card-${last.node}-state`);
  if (last === undefined || said === '' || said?.textContent !== last.text) {
    throw new Error('The cards do not say what they should.');
  }
  return { operations: updates };
}

function show({ node, tone, text }: Change): void {
  const state = document.getElementById(`card-${node}-state`);
  const words = state?.lastChild;
  if (!(words instanceof Text) || state?.hidden !== false) {
    throw new Error(`The card of ${node} does not show its state.`);
  }
  state?.parentElement?.setAttribute('data-tone', tone);
  words.data = text;
}

/** Between two ticks: no rounding decides what has happened. */
function timeOf(update: number): number {
  return (update + 0.5) / RATE;
}
