import type { ReactNode } from 'react';

import { pythonRepr } from '#base/python.ts';
import type { DocumentValue } from '#editors/parsing/documentValue.ts';
import { parseValue } from '#editors/parsing/parseValue.ts';
import { t } from '#words/words.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/** Longer values are cut in the hint: the field has the whole. */
const MAX_HINT = 40;

/** A value, typed as JSON or as Python has it; shown as JSON, with how Python shows it. */
export function ValueField(props: TypedFieldProps<DocumentValue>): ReactNode {
  const repr = pythonRepr(props.value);
  const shown = repr.length > MAX_HINT ? `${repr.slice(0, MAX_HINT - 1)}…` : repr;
  return (
    <DraftField
      hint={t('in Python {{shown}}', { shown })}
      {...props}
      format={JSON.stringify}
      parse={parseValue}
      mono
    />
  );
}
