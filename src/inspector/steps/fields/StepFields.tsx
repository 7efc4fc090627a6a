import type { ReactNode } from 'react';

import { CheckField } from '#inspector/fields/CheckField.tsx';
import { ChoiceField } from '#inspector/fields/ChoiceField.tsx';
import { DurationField } from '#inspector/fields/DurationField.tsx';
import { JsonField } from '#inspector/fields/JsonField.tsx';
import { TextField } from '#inspector/fields/TextField.tsx';
import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';

import { ErrorFields } from './ErrorFields.tsx';
import { StepNodeField } from './StepNodeField.tsx';

interface StepFieldsProps {
  readonly step: Step;
  /** Puts another step in its place; `field` names what was changed. */
  readonly put: (step: Step, field: string) => readonly Problem[];
}

/** The fields of a step, by what it does. */
export function StepFields({ step, put }: StepFieldsProps): ReactNode {
  switch (step.do) {
    case 'block':
      return (
        <DurationField
          label="Blocks for"
          field="for"
          value={step.for}
          edit={(seconds) => put({ ...step, for: seconds }, 'duration')}
        />
      );
    case 'log':
      return (
        <TextField
          label="Text"
          field="text"
          hint="{input} {call} {now} work"
          value={step.text}
          edit={(text) => put({ ...step, text }, 'text')}
        />
      );
    case 'start':
    case 'stop':
    case 'cancel':
      return <StepNodeField step={step} put={put} />;
    case 'fire':
      return (
        <>
          <StepNodeField step={step} put={put} />
          <JsonField
            label="Value"
            field="value"
            value={step.value}
            edit={(value) => put({ ...step, value }, 'value')}
          />
        </>
      );
    case 'fail':
      return (
        <>
          <StepNodeField step={step} put={put} />
          <ErrorFields error={step.error} put={(error, field) => put({ ...step, error }, field)} />
        </>
      );
    case 'raise':
      return (
        <ErrorFields error={step.error} put={(error, field) => put({ ...step, error }, field)} />
      );
    case 'return':
      return <ReturnFields step={step} put={put} />;
    case 'returnDeferred':
      return (
        <>
          <StepNodeField step={step} put={put} />
          <CheckField
            label="Start it first"
            value={step.start === true}
            choose={(starts) => {
              const { start: _before, ...rest } = step;
              put(starts ? { ...rest, start: true } : rest, 'start');
            }}
          />
        </>
      );
    case 'stopReactor':
      return null;
  }
}

const RETURNS = [
  { value: 'value', text: 'a value' },
  { value: 'input', text: 'its input' },
] as const;

interface ReturnFieldsProps extends StepFieldsProps {
  readonly step: Extract<Step, { do: 'return' }>;
}

function ReturnFields({ step, put }: ReturnFieldsProps): ReactNode {
  const { value, input, ...rest } = step;
  return (
    <>
      <ChoiceField
        label="Returns"
        value={input === true ? 'input' : 'value'}
        choices={RETURNS}
        choose={(what) => {
          put(what === 'input' ? { ...rest, input: true } : { ...rest, value: null }, 'result');
        }}
        {...(input === true ? { hint: 'a failure goes on as a failure' } : {})}
      />
      {input === true ? null : (
        <JsonField
          label="Value"
          field="value"
          value={value ?? null}
          edit={(typed) => put({ ...step, value: typed }, 'value')}
        />
      )}
    </>
  );
}
