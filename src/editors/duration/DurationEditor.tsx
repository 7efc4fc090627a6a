import { Dices } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import type { Problem } from '#schedule/problem.ts';
import type { Duration } from '#schedule/schema.ts';
import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { DensityPlot } from './DensityPlot.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import styles from './DurationEditor.module.css';
import { changeDurationKind, DURATION_KINDS, kindOf, type DurationKind } from './durationKinds.ts';

interface DurationEditorProps {
  readonly label: string;
  readonly value: Duration;
  /** The last part of the paths of problems with it. */
  readonly field: string;
  /** Puts a duration into the document. Gives why it is refused. */
  readonly edit: (value: Duration) => readonly Problem[];
  /** The same for a choice, which has no place for an error beside it. */
  readonly choose: (value: Duration) => void;
}

/** A duration: a number of seconds, or how it is drawn each time, with a picture of that. */
export function DurationEditor(props: DurationEditorProps): ReactNode {
  const { label, value, field, edit, choose } = props;
  const control = useRef<HTMLDivElement>(null);
  const kind = kindOf(value);
  const change = (chosen: DurationKind): void => {
    choose(changeDurationKind(value, chosen));
  };
  if (typeof value === 'number') {
    return (
      <div ref={control}>
        <DurationField
          label={label}
          field={field}
          value={value}
          edit={edit}
          after={
            <ActionMenu
              items={DRAWN_KINDS.map(({ value: id, text, help }) => ({
                id,
                name: t(text),
                help: t(help),
              }))}
              choose={(id) => {
                const chosen = DRAWN_KINDS.find((entry) => entry.value === id);
                if (chosen !== undefined) change(chosen.value);
              }}
              // The button goes with the number.
              focusAfter={() => control.current?.querySelector('select')?.focus()}
              trigger={
                <IconButton
                  look="plain"
                  className={styles.draw}
                  label={t('Draw {{field}} at random', { field: label.toLowerCase() })}
                >
                  <Dices size={14} aria-hidden="true" />
                </IconButton>
              }
            />
          }
        />
      </div>
    );
  }
  return (
    <div ref={control}>
      <ChoiceField
        label={label}
        value={kind}
        choices={choicesOf(DURATION_KINDS)}
        choose={change}
        hint={wordsOf(kind, 'help')}
      />
      <fieldset className={styles.parameters} aria-label={`${label}, ${wordsOf(kind, 'text')}`}>
        <DistributionFields value={value} field={field} edit={edit} choose={choose} />
        <DensityPlot distribution={value} />
      </fieldset>
    </div>
  );
}

const DRAWN_KINDS = DURATION_KINDS.filter(({ value }) => value !== 'fixed');

function wordsOf(kind: DurationKind, what: 'text' | 'help'): string {
  const found = DURATION_KINDS.find((entry) => entry.value === kind);
  return found === undefined ? '' : t(found[what]);
}
