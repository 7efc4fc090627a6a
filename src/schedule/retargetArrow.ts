import { t } from '#words/words.ts';

import type { ScheduleEdge } from './edges.ts';
import { newNodeStep } from './functionEdits.ts';
import { namesNode, type NodeStepKind } from './language.ts';
import { requireFunction, requireNode, type ScheduleEdit } from './scheduleEdit.ts';

/**
 * Lets an arrow end at another node. A step keeps its condition, and all else where it goes on doing
 * the same (`does`) to it; a shared function does so wherever it is called.
 */
export function retargetArrow(
  edge: ScheduleEdge,
  target: string,
  does: NodeStepKind | null,
): ScheduleEdit {
  return {
    label: t("lead {{source}}'s arrow from {{from}} to {{to}}", {
      source: edge.source,
      from: edge.target,
      to: target,
    }),
    apply(draft) {
      const node = requireNode(draft, target);
      if (edge.by === 'field') {
        const source = requireNode(draft, edge.source);
        if (source.kind === 'deferredList') source.members[edge.index] = target;
        else Reflect.set(source, edge.field, target);
        return;
      }
      const { steps } = requireFunction(draft, edge.function);
      const step = steps[edge.step];
      if (step === undefined || !namesNode(step)) return;
      // A loop is reset to its interval, a callLater to some seconds.
      const stays = step.do === (does ?? step.do) && step.do !== 'reset';
      if (stays) {
        step.node = target;
        return;
      }
      const { when } = step;
      const next = newNodeStep(does ?? step.do, node);
      steps[edge.step] = when === undefined ? next : { ...next, when };
    },
  };
}
