import type { ReactNode } from 'react';

import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { ValueField } from '#editors/fields/ValueField.tsx';
import type { Step } from '#schedule/schema.ts';

import type { StepFieldsProps } from './stepFieldsProps.ts';

const RETURNS = [
  { value: 'value', text: 'a value' },
  { value: 'input', text: 'its input' },
] as const;

/** What a function ends with: a value, or what it was given. */
export function ReturnFields(props: StepFieldsProps<Extract<Step, { do: 'return' }>>): ReactNode {
  const { step, put, choose } = props;
  const { value, input, ...rest } = step;
  return (
    <>
      <ChoiceField
        label="Returns"
        value={input === true ? 'input' : 'value'}
        choices={RETURNS}
        choose={(what) => {
          choose(what === 'input' ? { ...rest, input: true } : { ...rest, value: null });
        }}
        {...(input === true ? { hint: 'a failure goes on as a failure' } : {})}
      />
      {input === true ? null : (
        <ValueField
          label="Value"
          field="value"
          value={value ?? null}
          edit={(typed) => put({ ...step, value: typed }, 'value')}
        />
      )}
    </>
  );
}
