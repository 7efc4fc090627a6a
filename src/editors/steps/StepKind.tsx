import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { setStep } from '#schedule/functionEdits.ts';
import type { Step } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { changeStep } from './changeStep.ts';
import styles from './StepKind.module.css';
import { StepKindMenu } from './StepKindMenu.tsx';

interface StepKindProps {
  /** The function's name. */
  readonly name: string;
  readonly index: number;
  readonly step: Step;
  /** The node at which the function is looked at. */
  readonly owner: string;
}

/** What a step does, and the menu that changes it. What fits of the step stays. */
export function StepKind({ name, index, step, owner }: StepKindProps): ReactNode {
  const schedule = useSchedule();
  const edit = useEdit();
  return (
    <StepKindMenu
      name={name}
      current={step.do}
      choose={(kind) => {
        const changed = changeStep(schedule, step, kind, owner);
        if (changed !== null && changed !== step) edit(setStep(name, index, changed));
      }}
      trigger={
        <Button
          look="plain"
          className={styles.kind}
          aria-label={t('Step {{index}} does {{do}}: change it', { index: index + 1, do: step.do })}
        >
          {step.do}
          <ChevronDown size={12} aria-hidden="true" />
        </Button>
      }
    />
  );
}
