import type { ReactNode } from 'react';

import { CodeText } from '#ui/CodeText.tsx';
import { placeWords } from '#editors/functions/placeWords.ts';
import { StepBody } from '#editors/steps/StepBody.tsx';
import { StepKind } from '#editors/steps/StepKind.tsx';
import { stepWarnings } from '#editors/steps/stepWarnings.ts';
import { stepWords } from '#editors/steps/stepWords.ts';
import type { StepEdge } from '#schedule/edges.ts';
import { functionNamed, nodeWithId } from '#schedule/places.ts';
import { useFindings, useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './ArrowView.module.css';

interface StepArrowProps {
  readonly arrow: StepEdge;
}

/** The step that an arrow is drawn from, and where that stands. */
export function StepArrow({ arrow }: StepArrowProps): ReactNode {
  const schedule = useSchedule();
  const findings = useFindings();
  const { source, place, function: name, step: index } = arrow;
  const node = nodeWithId(schedule, source);
  const step = functionNamed(schedule, name)?.steps[index];
  if (node === null || step === undefined) return null;
  return (
    <>
      <p className={styles.where}>
        <CodeText
          text={t('Step {{number}} of `{{name}}`, called by {{place}}', {
            number: index + 1,
            name,
            place: placeWords(node, place),
          })}
        />
      </p>
      <fieldset className={styles.step} aria-label={stepWords(step, index)}>
        <StepKind name={name} index={index} step={step} owner={source} />
        <StepBody
          name={name}
          index={index}
          step={step}
          warnings={stepWarnings(findings, name).get(index) ?? []}
        />
      </fieldset>
    </>
  );
}
