import type { ReactNode } from 'react';

import { StepFields } from './fields/StepFields.tsx';
import { WhenFields } from './fields/WhenFields.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { setStep } from '#schedule/functionEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

import styles from './StepBody.module.css';

interface StepBodyProps {
  /** The function's name. */
  readonly name: string;
  readonly index: number;
  readonly step: Step;
  /** What is worth a look, in sentences. */
  readonly warnings: readonly string[];
}

/** The fields of a step, its condition, and what is worth a look. */
export function StepBody({ name, index, step, warnings }: StepBodyProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const put = (next: Step, field: string): readonly Problem[] =>
    studio.edit(setStep(name, index, next, field));
  const choose = (next: Step): void => {
    edit(setStep(name, index, next));
  };
  return (
    <div className={styles.body}>
      <StepFields step={step} put={put} choose={choose} />
      <WhenFields name={name} step={step} put={put} choose={choose} />
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
    </div>
  );
}
