import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { parseDuration } from '#editors/parsing/parseDuration.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/** A length of virtual time: seconds, or a number with its unit. */
export function DurationField(props: TypedFieldProps<Seconds>): ReactNode {
  return <DraftField {...props} format={String} parse={parseDuration} unit="s" mono />;
}
