import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { withWhen } from '#editors/steps/changeStep.ts';
import { functionUse } from '#editors/steps/functionUse.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './WhenFields.module.css';
import { WhenPartField } from './WhenPartField.tsx';
import { WHEN_PARTS } from './whenParts.ts';

interface WhenFieldsProps {
  /** The name of the function that the step stands in. */
  readonly name: string;
  readonly step: Step;
  readonly put: (step: Step, field: string) => readonly Problem[];
  /** The same for a choice, which has no place for an error beside it. */
  readonly choose: (step: Step) => void;
}

/** When a step runs: the parts of its condition, which must all hold. Without one it always runs. */
export function WhenFields({ name, step, put, choose }: WhenFieldsProps): ReactNode {
  const schedule = useSchedule();
  const { when = {} } = step;
  const present = WHEN_PARTS.filter(({ part }) => when[part] !== undefined);
  const missing = WHEN_PARTS.filter(({ part }) => when[part] === undefined);
  const use = functionUse(schedule, name);
  return (
    <>
      {present.map((words) => (
        <WhenPartField
          key={words.part}
          words={words}
          when={when}
          put={(part) =>
            put(
              withWhen(step, { ...when, ...part }),
              t('the condition ({{part}})', { part: words.part }),
            )
          }
          after={
            <IconButton
              look="plain"
              className={styles.remove}
              label={t('Remove the condition {{condition}}', {
                condition: t(words.label).toLowerCase(),
              })}
              onClick={() => {
                const { [words.part]: _gone, ...rest } = when;
                choose(withWhen(step, rest));
              }}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          }
        />
      ))}
      {missing.length === 0 ? null : (
        <ActionMenu
          trigger={
            <Button look="plain" className={styles.add}>
              <Plus size={12} aria-hidden="true" />
              {present.length === 0 ? t('Only when …') : t('And')}
            </Button>
          }
          items={missing.map(({ part, label, help, needs }) => {
            const fault = needs?.(use) ?? null;
            return { id: part, name: t(label), help: fault ?? t(help), disabled: fault !== null };
          })}
          choose={(id) => {
            const chosen = missing.find(({ part }) => part === id);
            if (chosen === undefined) return;
            choose(withWhen(step, { ...when, ...chosen.initial }));
          }}
        />
      )}
    </>
  );
}
