import type { ReactNode } from 'react';

import { parseWhole } from '#editors/parsing/parseWhole.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/** A whole number, such as a count or a seed. */
export function WholeField(props: TypedFieldProps<number>): ReactNode {
  return <DraftField {...props} format={String} parse={parseWhole} mono />;
}
