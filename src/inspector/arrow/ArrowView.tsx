import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { DraftScope } from '#inspector/fields/useDraft.ts';
import { placeWords } from '#inspector/functions/placeWords.ts';
import { StepBody } from '#inspector/steps/StepBody.tsx';
import { StepKind } from '#inspector/steps/StepKind.tsx';
import { stepWarnings } from '#inspector/steps/stepWarnings.ts';
import { stepWords } from '#inspector/steps/stepWords.ts';
import { useEdit } from '#inspector/useEdit.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { removeStep } from '#schedule/functionEdits.ts';
import { functionNamed, nodeWithId } from '#schedule/places.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';

import styles from './ArrowView.module.css';

interface ArrowViewProps {
  readonly arrow: ScheduleEdge;
}

/** An arrow: the step that it is drawn from, to be edited without a way through its node. */
export function ArrowView({ arrow }: ArrowViewProps): ReactNode {
  const studio = useStudio();
  const schedule = useSchedule();
  const edit = useEdit();
  const { source, target, place, function: name, step: index } = arrow;
  const node = nodeWithId(schedule, source);
  const step = functionNamed(schedule, name)?.steps[index];
  if (node === null || step === undefined) return null;
  return (
    <div className={styles.arrow}>
      <h2 className={styles.heading}>
        {source} → {target}
      </h2>
      <p className={styles.where}>
        Step {index + 1} of <code>{name}</code>, called by {placeWords(node, place)}
      </p>
      <DraftScope value={arrow.id}>
        <fieldset className={styles.step} aria-label={stepWords(step, index)}>
          <StepKind name={name} index={index} step={step} owner={source} />
          <StepBody
            name={name}
            index={index}
            step={step}
            warnings={stepWarnings(schedule, name).get(index) ?? []}
          />
        </fieldset>
      </DraftScope>
      <div className={styles.buttons}>
        {[...new Set([source, target])].map((id) => (
          <Button
            key={id}
            className={styles.node}
            title={`Select ${id}`}
            onClick={() => {
              studio.select({ nodes: [id], edges: [] });
            }}
          >
            Select {id}
          </Button>
        ))}
        <Button
          className={styles.delete}
          onClick={() => {
            edit(removeStep(name, index));
            studio.select({ edges: [] });
          }}
        >
          <Trash2 size={14} aria-hidden="true" />
          Delete arrow
        </Button>
      </div>
    </div>
  );
}
