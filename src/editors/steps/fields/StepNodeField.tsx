import type { ReactNode } from 'react';

import { NodeChoiceField } from '#editors/fields/NodeChoiceField.tsx';
import { retargetStep } from '#editors/steps/changeStep.ts';
import { stepTargets } from '#editors/steps/stepTargets.ts';
import type { NodeStep } from '#schedule/language.ts';
import type { Step } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

interface StepNodeFieldProps {
  readonly step: NodeStep;
  readonly choose: (step: Step) => void;
}

/** The node that a step names, of those that it may name. */
export function StepNodeField({ step, choose }: StepNodeFieldProps): ReactNode {
  const targets = stepTargets(useSchedule(), step.do);
  return (
    <NodeChoiceField
      label={t('Node')}
      value={step.node}
      ids={targets.map(({ id }) => id)}
      choose={(id) => {
        const target = targets.find((node) => node.id === id);
        if (target !== undefined) choose(retargetStep(step, target));
      }}
    />
  );
}
