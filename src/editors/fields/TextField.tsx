import type { ReactNode } from 'react';

import { parseText } from '#editors/parsing/parsed.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

interface TextFieldProps extends TypedFieldProps<string> {
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
}

/** Text as it is typed. */
export function TextField(props: TextFieldProps): ReactNode {
  return <DraftField {...props} format={String} parse={parseText} />;
}
