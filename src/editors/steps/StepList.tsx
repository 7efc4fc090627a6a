import { Plus } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { SortableRows } from '#editors/rows/SortableRows.tsx';
import { useRowKeys } from '#editors/rows/useRowKeys.ts';
import { useEdit } from '#editors/useEdit.ts';
import { useOnReveal } from '#editors/useOnReveal.ts';
import { addStep, moveStep, removeStep } from '#schedule/functionEdits.ts';
import { functionNamed } from '#schedule/places.ts';
import type { StepKind as Kind } from '#schedule/schema.ts';
import { useFindings, useSchedule, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { newStep, newStepIndex } from './changeStep.ts';
import { StepBody } from './StepBody.tsx';
import { StepKind } from './StepKind.tsx';
import { StepKindMenu } from './StepKindMenu.tsx';
import styles from './StepList.module.css';
import { stepWarnings } from './stepWarnings.ts';
import { stepWords } from './stepWords.ts';

interface StepListProps {
  /** The function's name. */
  readonly name: string;
  /** The node at which it is looked at. */
  readonly owner: string;
}

/** The steps of a function: what they do, when, and in which order. */
export function StepList({ name, owner }: StepListProps): ReactNode {
  const schedule = useSchedule();
  const edit = useEdit();
  const studio = useStudio();
  const steps = functionNamed(schedule, name)?.steps ?? [];
  const rowKeys = useRowKeys(steps.length);
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(0);
  const warnings = stepWarnings(useFindings(), name);

  const add = (kind: Kind): void => {
    const step = newStep(schedule, kind, owner);
    if (step === null) return;
    const index = newStepIndex(steps, kind);
    if (!edit(addStep(name, step, index))) return;
    rowKeys.added(index);
    added.current = index;
  };
  const focusStep = (index: number): void => {
    const row = list.current?.querySelectorAll(':scope > ol > li')[index];
    // not shown: a selector of CSS
    const field = row?.querySelector<HTMLElement>('input, select, textarea');
    (field ?? row?.querySelector<HTMLElement>('button'))?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useOnReveal((revealed) => {
    if (revealed.node !== owner || revealed.function !== name) return;
    focusStep(revealed.step);
    studio.revealStep(null);
  });
  const focusAdded = (): void => {
    focusStep(added.current);
  };

  return (
    <div ref={list}>
      <SortableRows
        items={steps}
        rowKeys={rowKeys}
        noun={t('step')}
        nameOf={stepWords}
        move={(from, to) => {
          edit(moveStep(name, from, to));
        }}
        remove={(index) => {
          edit(removeStep(name, index));
        }}
        renderHead={(step, index) => (
          <StepKind name={name} index={index} step={step} owner={owner} />
        )}
        renderBody={(step, index) => (
          <StepBody name={name} index={index} step={step} warnings={warnings.get(index) ?? []} />
        )}
      />
      <StepKindMenu
        name={name}
        choose={add}
        focusAfter={focusAdded}
        trigger={
          <Button className={styles.add} data-add>
            <Plus size={14} aria-hidden="true" />
            {t('Add step')}
          </Button>
        }
      />
    </div>
  );
}
