import type { ReactNode } from 'react';

import { parseOptionalWhole } from '#editors/parsing/parseWhole.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

interface OptionalWholeFieldProps extends TypedFieldProps<number | null> {
  /** What an empty field means, such as `unlimited`. */
  readonly empty: string;
}

/** A whole number, or none. */
export function OptionalWholeField({ empty, ...rest }: OptionalWholeFieldProps): ReactNode {
  return (
    <DraftField
      {...rest}
      format={(value) => (value === null ? '' : String(value))}
      parse={parseOptionalWhole}
      placeholder={empty}
      mono
    />
  );
}
