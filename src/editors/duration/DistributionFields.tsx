import type { ReactNode } from 'react';

import { DraftField } from '#editors/fields/DraftField.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { parseNumber } from '#editors/parsing/parseNumber.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Distribution, Duration } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { ChoiceRows } from './ChoiceRows.tsx';

interface DistributionFieldsProps {
  readonly value: Distribution;
  /** The last part of the paths of problems with it. */
  readonly field: string;
  readonly edit: (value: Duration) => readonly Problem[];
  readonly choose: (value: Duration) => void;
}

/** The parameters of a distribution. */
export function DistributionFields(props: DistributionFieldsProps): ReactNode {
  const { value, field, edit, choose } = props;
  const time = (label: string, seconds: number, put: (seconds: number) => Distribution) => (
    <DurationField label={label} field={field} value={seconds} edit={(typed) => edit(put(typed))} />
  );
  if ('uniform' in value) {
    const [from, to] = value.uniform;
    return (
      <>
        {time(t('From'), from, (seconds) => ({ uniform: [seconds, to] }))}
        {time(t('To'), to, (seconds) => ({ uniform: [from, seconds] }))}
      </>
    );
  }
  if ('exponential' in value) {
    return time(t('Mean'), value.exponential, (seconds) => ({ exponential: seconds }));
  }
  if ('normal' in value) {
    const [mean, deviation] = value.normal;
    return (
      <>
        {time(t('Mean'), mean, (seconds) => ({ normal: [seconds, deviation] }))}
        {time(t('Deviation'), deviation, (seconds) => ({ normal: [mean, seconds] }))}
      </>
    );
  }
  if ('lognormal' in value) {
    const [median, sigma] = value.lognormal;
    return (
      <>
        {time(t('Median'), median, (seconds) => ({ lognormal: [seconds, sigma] }))}
        <DraftField
          label={t('Sigma')}
          field={field}
          hint={t('the deviation of its logarithm, 0 to 10')}
          mono
          format={String}
          parse={parseNumber}
          value={sigma}
          edit={(typed) => edit({ lognormal: [median, typed] })}
        />
      </>
    );
  }
  return <ChoiceRows choices={value.choice} field={field} edit={edit} choose={choose} />;
}
