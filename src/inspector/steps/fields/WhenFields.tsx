import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { WholeField } from '#inspector/fields/WholeField.tsx';
import { ActionMenu } from '#inspector/menu/ActionMenu.tsx';
import { withWhen } from '#inspector/steps/changeStep.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';
import { Button, IconButton } from '#ui/Button.tsx';

import styles from './WhenFields.module.css';
import { WHEN_PARTS } from './whenParts.ts';

interface WhenFieldsProps {
  readonly step: Step;
  readonly put: (step: Step, field: string) => readonly Problem[];
}

/** When a step runs: the parts of its condition, which must all hold. Without one it always runs. */
export function WhenFields({ step, put }: WhenFieldsProps): ReactNode {
  const { when = {} } = step;
  const present = WHEN_PARTS.filter(({ part }) => when[part] !== undefined);
  const missing = WHEN_PARTS.filter(({ part }) => when[part] === undefined);
  return (
    <>
      {present.map(({ part, label }) => (
        <WholeField
          key={part}
          label={label}
          field={part}
          value={when[part] ?? 1}
          edit={(value) =>
            put(withWhen(step, { ...when, [part]: value }), `the condition (${part})`)
          }
          after={
            <IconButton
              look="plain"
              className={styles.remove}
              label={`Remove the condition ${label.toLowerCase()}`}
              onClick={() => {
                const { [part]: _gone, ...rest } = when;
                put(withWhen(step, rest), 'the condition');
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
              {present.length === 0 ? 'Only on some calls' : 'And'}
            </Button>
          }
          items={missing.map(({ part, label, help }) => ({ id: part, name: label, help }))}
          choose={(id) => {
            const chosen = missing.find(({ part }) => part === id);
            if (chosen === undefined) return;
            const { part, initial } = chosen;
            put(withWhen(step, { ...when, [part]: initial }), 'the condition');
          }}
        />
      )}
    </>
  );
}
