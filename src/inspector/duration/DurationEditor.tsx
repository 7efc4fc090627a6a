import type { ReactNode } from 'react';

import { ChoiceField } from '#inspector/fields/ChoiceField.tsx';
import { DurationField } from '#inspector/fields/DurationField.tsx';
import type { Problem } from '#schedule/problem.ts';
import type { Duration } from '#schedule/schema.ts';

import { DensityPlot } from './DensityPlot.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import styles from './DurationEditor.module.css';
import { changeDurationKind, DURATION_KINDS, kindOf } from './durationKinds.ts';

interface DurationEditorProps {
  readonly label: string;
  readonly value: Duration;
  /** The last part of the paths of problems with it. */
  readonly field: string;
  /** Puts a duration into the document. Gives why it is refused. */
  readonly edit: (value: Duration) => readonly Problem[];
  /** The same for a choice, which has no place for an error beside it. */
  readonly choose: (value: Duration) => void;
  readonly hint?: string;
}

/** A duration: a number of seconds, or how it is drawn each time, with a picture of that. */
export function DurationEditor(props: DurationEditorProps): ReactNode {
  const { label, value, field, edit, choose, hint } = props;
  const kind = kindOf(value);
  const help = DURATION_KINDS.find((entry) => entry.value === kind)?.help;
  const drawn = (
    <ChoiceField
      label={typeof value === 'number' ? 'Drawn' : label}
      value={kind}
      choices={DURATION_KINDS}
      choose={(chosen) => {
        choose(changeDurationKind(value, chosen));
      }}
      {...(typeof value === 'number' || help === undefined ? {} : { hint: help })}
    />
  );
  if (typeof value === 'number') {
    return (
      <>
        <DurationField
          label={label}
          field={field}
          value={value}
          edit={edit}
          {...(hint === undefined ? {} : { hint })}
        />
        {drawn}
      </>
    );
  }
  return (
    <fieldset className={styles.drawn} aria-label={label}>
      {drawn}
      <div className={styles.parameters}>
        <DistributionFields value={value} field={field} edit={edit} choose={choose} />
        <DensityPlot distribution={value} />
      </div>
    </fieldset>
  );
}
