import type { ReactNode } from 'react';

import { ChoiceField } from '#inspector/fields/ChoiceField.tsx';
import { stepTargets } from '#inspector/steps/stepTargets.ts';
import type { NodeStep } from '#schedule/language.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';

interface StepNodeFieldProps {
  readonly step: NodeStep;
  readonly put: (step: Step, field: string) => readonly Problem[];
}

/** The node that a step names, of those that it may name. */
export function StepNodeField({ step, put }: StepNodeFieldProps): ReactNode {
  const schedule = useSchedule();
  const targets = stepTargets(schedule, step.do);
  return (
    <ChoiceField
      label="Node"
      value={step.node}
      choices={targets.map((id) => ({ value: id, text: id }))}
      choose={(node) => {
        put({ ...step, node }, 'node');
      }}
    />
  );
}
