import { namesNode, type NodeStepKind } from './language.ts';
import { functionNamed, placeKey, placesOf, type Place } from './places.ts';
import type { Schedule } from './schema.ts';

/**
 * An arrow of the graph: a step that names a node, at one place where its function is called.
 * Edges are derived, never stored: a shared function gives one at each place that calls it.
 */
export interface ScheduleEdge {
  /** Unique in the schedule and stable while the step stays where it is. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly place: Place;
  readonly function: string;
  /** The index of the step in its function. */
  readonly step: number;
  readonly does: NodeStepKind;
  /** Whether a `returnDeferred` starts the node before it waits for it. */
  readonly starts: boolean;
}

/** All edges of a schedule, in document order. */
export function deriveEdges(schedule: Schedule): readonly ScheduleEdge[] {
  const edges: ScheduleEdge[] = [];
  for (const node of schedule.nodes) {
    for (const { place, function: name } of placesOf(node)) {
      functionNamed(schedule, name)?.steps.forEach((step, index) => {
        if (!namesNode(step)) return;
        edges.push({
          id: `${node.id}/${placeKey(place)}/${index}`,
          source: node.id,
          target: step.node,
          place,
          function: name,
          step: index,
          does: step.do,
          starts: step.do === 'start' || (step.do === 'returnDeferred' && step.start === true),
        });
      });
    }
  }
  return edges;
}
