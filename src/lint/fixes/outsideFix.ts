import type { Seconds } from '#base/units.ts';
import { freeIdentifier } from '#schedule/identifier.ts';
import { takenNames } from '#schedule/places.ts';
import {
  newFunction,
  requireFunction,
  requireNode,
  type ScheduleEdit,
} from '#schedule/scheduleEdit.ts';
import type { Step } from '#schedule/schema.ts';

import { freeSpot } from './freeSpot.ts';

/** How far to the left of a node the outside event lies that acts on it, in the graph's coordinates. */
const DISTANCE = 400;

/** Adds an outside event that does something to a node, at some moments in virtual seconds. */
export function outsideFix(
  label: string,
  target: string,
  step: Step,
  at: readonly Seconds[],
): ScheduleEdit {
  return {
    label,
    apply(draft) {
      const { x, y } = requireNode(draft, target).position;
      const call = newFunction(draft, `${step.do}_${target}`);
      requireFunction(draft, call).steps.push(step);
      draft.nodes.push({
        kind: 'outsideEvent',
        id: freeIdentifier(`world_${target}`, takenNames(draft)),
        position: freeSpot(draft, { x: x - DISTANCE, y }),
        starts: 'program',
        at: [...at],
        call,
      });
    },
  };
}
