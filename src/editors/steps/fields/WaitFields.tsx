import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { CheckField } from '#editors/fields/CheckField.tsx';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import type { Step } from '#schedule/schema.ts';
import { msg, t } from '#words/words.ts';

import type { StepFieldsProps } from './stepFieldsProps.ts';

type WaitStep = Extract<Step, { do: 'await' | 'returnDeferred' }>;

const ON_ERROR = [
  { value: 'raise', text: msg('raise it') },
  { value: 'continue', text: msg('go on') },
] as const;

/** How a step waits for a node: whether it starts it first and, of an await, what a failure does. */
export function WaitFields({ step, choose }: StepFieldsProps<WaitStep>): ReactNode {
  return (
    <>
      <CheckField
        label={t('Start it first')}
        value={step.start === true}
        hint={step.start === true ? t('a new start') : t('its newest start, which must be there')}
        choose={(starts) => {
          const { start: _before, ...rest } = step;
          choose(starts ? { ...rest, start: true } : rest);
        }}
      />
      {step.do === 'await' ? (
        <ChoiceField
          label={t('On a failure')}
          value={step.onError ?? 'raise'}
          choices={choicesOf(ON_ERROR)}
          hint={step.onError === undefined ? t('ends the coroutine') : t('with the next step')}
          choose={(chosen) => {
            const { onError: _before, ...rest } = step;
            choose(chosen === 'continue' ? { ...rest, onError: chosen } : rest);
          }}
        />
      ) : null}
    </>
  );
}
