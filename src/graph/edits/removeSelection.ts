import type { ScheduleEdge } from '#schedule/edges.ts';
import { removeSteps } from '#schedule/functionEdits.ts';
import { removeNodes } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

import { composeEdits } from './composeEdits.ts';

/**
 * Removes selected nodes, and the steps of selected arrows. An arrow at a node that goes is gone
 * with it: its step is not removed by itself, for another node may call the same function. Null
 * where nothing is selected.
 */
export function removeSelection(
  nodes: readonly string[],
  edges: readonly ScheduleEdge[],
): ScheduleEdit | null {
  const gone = new Set(nodes);
  const steps = new Map<string, { function: string; step: number }>();
  for (const edge of edges) {
    if (gone.has(edge.source) || gone.has(edge.target)) continue;
    steps.set(`${edge.function}/${edge.step}`, { function: edge.function, step: edge.step });
  }
  if (nodes.length === 0) return steps.size === 0 ? null : removeSteps([...steps.values()]);
  const removal = removeNodes(nodes);
  // Steps first: removing nodes removes steps too, and moves the ones behind them.
  return composeEdits(removal.label, [removeSteps([...steps.values()]), removal]);
}
