import { Scissors } from 'lucide-react';
import type { ReactNode } from 'react';

import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { stepWords } from '#editors/steps/stepWords.ts';
import { useEdit } from '#editors/useEdit.ts';
import { extractableSteps, extractSteps } from '#schedule/functionSplits.ts';
import { functionNamed, type Place } from '#schedule/places.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ExtractSteps.module.css';

interface ExtractStepsProps {
  readonly name: string;
  /** The node at which the function is looked at. */
  readonly owner: string;
  /** Where that node calls it. */
  readonly place: Place;
}

/** Makes a callback of its own of the last steps of a function, where that changes nothing. */
export function ExtractSteps({ name, owner, place }: ExtractStepsProps): ReactNode {
  const schedule = useSchedule();
  const edit = useEdit();
  const steps = functionNamed(schedule, name)?.steps ?? [];
  const starts = extractableSteps(schedule, owner, place);
  if (starts.length === 0) return null;
  return (
    <ActionMenu
      items={starts.flatMap((from) => {
        const step = steps[from];
        return step === undefined ? [] : [{ id: String(from), name: stepWords(step, from) }];
      })}
      choose={(from) => {
        edit(extractSteps(owner, place, Number(from)));
      }}
      trigger={
        <Button
          look="plain"
          className={styles.extract}
          title={t('The steps from there on become a function of their own, the next callback')}
        >
          <Scissors size={13} aria-hidden="true" />
          {t('Extract a function from…')}
        </Button>
      }
    />
  );
}
