import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { ValueField } from '#editors/fields/ValueField.tsx';
import type { Step } from '#schedule/schema.ts';
import { msg, t } from '#words/words.ts';

import type { StepFieldsProps } from './stepFieldsProps.ts';

const RETURNS = [
  { value: 'value', text: msg('a value') },
  { value: 'input', text: msg('its input') },
] as const;

/** What a function ends with: a value, or what it was given. */
export function ReturnFields(props: StepFieldsProps<Extract<Step, { do: 'return' }>>): ReactNode {
  const { step, put, choose } = props;
  const { value, input, ...rest } = step;
  return (
    <>
      <ChoiceField
        label={t('Returns')}
        value={input === true ? 'input' : 'value'}
        choices={choicesOf(RETURNS)}
        choose={(what) => {
          choose(what === 'input' ? { ...rest, input: true } : { ...rest, value: null });
        }}
        {...(input === true ? { hint: t('a failure goes on as a failure') } : {})}
      />
      {input === true ? null : (
        <ValueField
          label={t('Value')}
          field="value"
          value={value ?? null}
          edit={(typed) => put({ ...step, value: typed }, 'value')}
        />
      )}
    </>
  );
}
