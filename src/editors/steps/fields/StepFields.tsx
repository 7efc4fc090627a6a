import type { ReactNode } from 'react';

import { DurationEditor } from '#editors/duration/DurationEditor.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { TextField } from '#editors/fields/TextField.tsx';
import { ValueField } from '#editors/fields/ValueField.tsx';
import { namesNode } from '#schedule/language.ts';
import type { Step } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { ErrorFields } from './ErrorFields.tsx';
import { ReturnFields } from './ReturnFields.tsx';
import type { StepFieldsProps } from './stepFieldsProps.ts';
import { StepNodeField } from './StepNodeField.tsx';
import { WaitFields } from './WaitFields.tsx';

/** The fields of a step: the node that it names, then what its kind has. */
export function StepFields({ step, put, choose }: StepFieldsProps<Step>): ReactNode {
  return (
    <>
      {namesNode(step) ? <StepNodeField step={step} choose={choose} /> : null}
      <OwnFields step={step} put={put} choose={choose} />
    </>
  );
}

function OwnFields({ step, put, choose }: StepFieldsProps<Step>): ReactNode {
  switch (step.do) {
    case 'block':
      return (
        <DurationEditor
          label={t('Blocks for')}
          field="for"
          value={step.for}
          edit={(duration) => put({ ...step, for: duration }, 'duration')}
          choose={(duration) => {
            choose({ ...step, for: duration });
          }}
        />
      );
    case 'log':
      return (
        <TextField
          label={t('Text')}
          field="text"
          hint={t('{input} {call} {now} are filled in')}
          value={step.text}
          edit={(text) => put({ ...step, text }, 'text')}
        />
      );
    case 'reset':
      return step.seconds === undefined ? null : (
        <DurationField
          label={t('Due in')}
          field="seconds"
          hint={t('counted from when the step runs')}
          value={step.seconds}
          edit={(seconds) => put({ ...step, seconds }, 'seconds')}
        />
      );
    case 'delay':
      return (
        <DurationField
          label={t('Later by')}
          field="seconds"
          hint={t('added to when it is due')}
          value={step.seconds}
          edit={(seconds) => put({ ...step, seconds }, 'seconds')}
        />
      );
    case 'fire':
    case 'put':
      return (
        <ValueField
          label={t('Value')}
          field="value"
          value={step.value}
          edit={(value) => put({ ...step, value }, 'value')}
        />
      );
    case 'fail':
    case 'raise':
      return (
        <ErrorFields error={step.error} put={(error, field) => put({ ...step, error }, field)} />
      );
    case 'return':
      return <ReturnFields step={step} put={put} choose={choose} />;
    case 'await':
    case 'returnDeferred':
      return <WaitFields step={step} put={put} choose={choose} />;
    case 'start':
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
    case 'stopReactor':
      return null;
  }
}
