import { namesNode, referencesOf, type NodeStepKind } from './language.ts';
import { functionNamed, placeKey, placesOf, type Place } from './places.ts';
import type { Schedule } from './schema.ts';

/** What every arrow of the graph has. */
interface EdgeBase {
  /** Unique in the schedule and stable while what draws it stays where it is. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** A step that names a node, at one place where its function is called. */
export interface StepEdge extends EdgeBase {
  readonly by: 'step';
  readonly place: Place;
  readonly function: string;
  /** The index of the step in its function. */
  readonly step: number;
  readonly does: NodeStepKind;
  /** Whether the step starts the node, before it waits for it where it does that. */
  readonly starts: boolean;
}

/** A field of a node that names another: a list's member, a guard's semaphore, a get's queue. */
export interface FieldEdge extends EdgeBase {
  readonly by: 'field';
  readonly field: 'member' | 'semaphore' | 'queue';
  /** The index of the member; 0 for the other fields. */
  readonly index: number;
}

/**
 * An arrow of the graph. Edges are derived, never stored: a shared function gives one at each place
 * that calls it. A service's members are no arrows: they lie in its frame.
 */
export type ScheduleEdge = StepEdge | FieldEdge;

/** All edges of a schedule, in document order. */
export function deriveEdges(schedule: Schedule): readonly ScheduleEdge[] {
  const edges: ScheduleEdge[] = [];
  for (const node of schedule.nodes) {
    for (const { path, node: target, as } of referencesOf(node)) {
      if (as === 'service') continue;
      const index = typeof path[1] === 'number' ? path[1] : 0;
      edges.push({
        id: `${node.id}/${path.join(':')}`,
        source: node.id,
        target,
        by: 'field',
        field: as,
        index,
      });
    }
    for (const { place, function: name } of placesOf(node)) {
      functionNamed(schedule, name)?.steps.forEach((step, index) => {
        if (!namesNode(step)) return;
        edges.push({
          id: `${node.id}/${placeKey(place)}/${index}`,
          source: node.id,
          target: step.node,
          by: 'step',
          place,
          function: name,
          step: index,
          does: step.do,
          starts: step.do === 'start' || ('start' in step && step.start === true),
        });
      });
    }
  }
  return edges;
}
