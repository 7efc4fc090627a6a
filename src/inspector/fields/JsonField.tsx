import type { ReactNode } from 'react';

import { pythonRepr } from '#base/python.ts';
import { parseJson, type DocumentValue } from '#inspector/parsing/parseJson.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/** Longer values are cut in the hint: the field has the whole. */
const MAX_HINT = 40;

/** A value as JSON, with how Python shows it. */
export function JsonField(props: TypedFieldProps<DocumentValue>): ReactNode {
  const repr = pythonRepr(props.value);
  const shown = repr.length > MAX_HINT ? `${repr.slice(0, MAX_HINT - 1)}…` : repr;
  return (
    <DraftField
      hint={`JSON; in Python ${shown}`}
      {...props}
      format={JSON.stringify}
      parse={parseJson}
      mono
    />
  );
}
