import type { ReactNode } from 'react';

import { Field } from '#ui/Field.tsx';

interface CheckFieldProps {
  readonly label: string;
  readonly value: boolean;
  readonly choose: (value: boolean) => void;
  readonly hint?: string;
}

/** Yes or no. */
export function CheckField({ label, value, choose, hint }: CheckFieldProps): ReactNode {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input
          {...control}
          type="checkbox"
          checked={value}
          onChange={(event) => {
            choose(event.target.checked);
          }}
        />
      )}
    </Field>
  );
}
