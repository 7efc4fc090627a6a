import type { ReactNode } from 'react';

import { ChoiceField } from './ChoiceField.tsx';

interface NodeChoiceFieldProps {
  readonly label: string;
  /** The node's id. */
  readonly value: string;
  readonly ids: readonly string[];
  readonly choose: (id: string) => void;
  readonly hint?: string;
}

/** One of some nodes, by their ids. */
export function NodeChoiceField({ ids, ...rest }: NodeChoiceFieldProps): ReactNode {
  return <ChoiceField {...rest} choices={ids.map((id) => ({ value: id, text: id }))} />;
}
