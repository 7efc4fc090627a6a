import type { ReactNode } from 'react';

import { parseName } from '#editors/parsing/parseName.ts';
import { useSchedule } from '#store/useStudio.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/**
 * The name of a node or a function. It is taken when the field is left: half a name is no name, and
 * every reference follows.
 */
export function NameField(props: TypedFieldProps<string>): ReactNode {
  const schedule = useSchedule();
  return (
    <DraftField
      {...props}
      format={String}
      parse={(text) => parseName(schedule, props.value, text)}
      commit="left"
      mono
    />
  );
}
