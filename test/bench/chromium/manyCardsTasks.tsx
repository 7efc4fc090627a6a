import '@xyflow/react/dist/style.css';

import { ReactFlow, type Edge, type Node } from '@xyflow/react';

import { emptySchedule, replaceSchedule } from '#schedule/documentEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createStudio } from '#store/createStudio.ts';
import type { Studio } from '#store/studio.ts';

import type { Done } from '../workload.ts';
import { frame, GraphOnPage, rootOfPage, until } from './graphOnPage.tsx';
import { manyCards } from './manyCards.ts';
import type { PageTask } from './pageTask.ts';

const CARDS = 2000;

/** How many frames of panning a round has at full scale. */
const FRAMES = 60;

/** Somebody who draws a schedule's nodes and arrows by React Flow. */
interface Drawer {
  /** Draws nothing any more. */
  clear(): Promise<void>;
  open(schedule: Schedule): void;
}

let studio: Studio | null = null;

/** The graph of the app. */
const graph: Drawer = {
  async clear() {
    studio ??= await createStudio();
    studio.edit(replaceSchedule(emptySchedule(), 'nothing'));
    rootOfPage().render(<GraphOnPage studio={studio} />);
    await until(() => nodesDrawn() === 0, drawn);
  },
  open(schedule) {
    const problems = studio?.edit(replaceSchedule(schedule, 'many cards')) ?? [];
    if (problems[0] !== undefined) throw new Error(problems[0].message);
  },
};

/** React Flow's own nodes and edges, which say a name and do nothing. */
const plain: Drawer = {
  async clear() {
    rootOfPage().render(null);
    await until(() => nodesDrawn() === 0, drawn);
  },
  open(schedule) {
    const nodes: Node[] = schedule.nodes.map(({ id, position }) => ({
      id,
      position,
      data: { label: id },
      initialWidth: 260,
      initialHeight: 100,
    }));
    const edges: Edge[] = nodes.slice(1).map(({ id }, at) => ({
      id: `to ${id}`,
      source: nodes[at]?.id ?? '',
      target: id,
    }));
    rootOfPage().render(<ReactFlow nodes={nodes} edges={edges} minZoom={0.05} fitView />);
  },
};

export const openCards: PageTask = opening(graph);
export const openPlainNodes: PageTask = opening(plain);
export const panCards: PageTask = panning(graph);
export const panPlainNodes: PageTask = panning(plain);

/** From nothing to all that is in view. */
function opening(drawer: Drawer): PageTask {
  return {
    prepare: () => drawer.clear(),
    async run(scale) {
      const count = CARDS * scale;
      drawer.open(manyCards(count));
      await until(() => nodesDrawn() === count, drawn);
      return { operations: 1 };
    },
  };
}

/** By the wheel's button, back and forth, with all in view. */
function panning(drawer: Drawer): PageTask {
  return {
    async prepare(scale) {
      const count = CARDS * scale;
      if (nodesDrawn() !== count) {
        await drawer.clear();
        drawer.open(manyCards(count));
        await until(() => nodesDrawn() === count, drawn);
      }
      await frame();
      await frame();
    },
    run: (scale) => pan(FRAMES * scale),
  };
}

async function pan(frames: number): Promise<Done> {
  const pane = document.querySelector('.react-flow__pane');
  const viewport = document.querySelector('.react-flow__viewport');
  if (pane === null || viewport === null) throw new Error('There is no graph to pan.');
  const at = (offset: number): MouseEventInit => ({
    bubbles: true,
    cancelable: true,
    view: window,
    button: 0,
    buttons: 1,
    clientX: 700 + offset,
    clientY: 450,
  });
  const before = getComputedStyle(viewport).transform;
  pane.dispatchEvent(new MouseEvent('mousedown', at(0)));
  for (let moved = 1; moved <= frames; moved += 1) {
    await frame();
    window.dispatchEvent(new MouseEvent('mousemove', at(moved % 40)));
  }
  await frame();
  const after = getComputedStyle(viewport).transform;
  window.dispatchEvent(new MouseEvent('mouseup', { ...at(frames % 40), buttons: 0 }));
  if (before === after) throw new Error('The graph did not move.');
  return { operations: frames };
}

function drawn(): string {
  return `${nodesDrawn()} nodes are drawn.`;
}

function nodesDrawn(): number {
  return document.querySelectorAll('.react-flow__node').length;
}
