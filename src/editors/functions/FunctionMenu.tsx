import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { ActionMenu, type MenuItem } from '#editors/menu/ActionMenu.tsx';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { t } from '#words/words.ts';

import styles from './FunctionMenu.module.css';

/** What was chosen: an existing function, a new one, or none. */
export type FunctionChoice =
  | { readonly is: 'existing'; readonly name: string }
  | { readonly is: 'new' }
  | { readonly is: 'none' };

interface FunctionMenuProps {
  readonly label: string;
  /** The function that is called now, or null. */
  readonly name: string | null;
  /** Whether there may be none. */
  readonly optional: boolean;
  readonly choose: (choice: FunctionChoice) => void;
  /** A sentence of help. */
  readonly hint?: string;
}

/** Ids of the two other lines: no function can have such a name. */
const NEW = '+';
const NONE = '-';

/** Which function is called at a place: one of the document's, a new one or, where it may be, none. */
export function FunctionMenu({
  label,
  name,
  optional,
  choose,
  hint,
}: FunctionMenuProps): ReactNode {
  const { functions } = useSchedule();
  const items: MenuItem[] = [
    { id: NEW, name: t('New function'), help: t('empty, to be given steps') },
    ...(optional ? [{ id: NONE, name: t('None'), current: name === null }] : []),
    ...Object.keys(functions).map((other, index) => ({
      id: other,
      name: other,
      current: other === name,
      divided: index === 0,
    })),
  ];
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <ActionMenu
          items={items}
          choose={(id) => {
            if (id === NEW) choose({ is: 'new' });
            else if (id === NONE) choose({ is: 'none' });
            else if (id !== name) choose({ is: 'existing', name: id });
          }}
          trigger={
            <Button
              id={control.id}
              aria-describedby={control['aria-describedby']}
              className={styles.trigger}
              aria-label={`${label}: ${name ?? t('none')}`}
              title={name ?? undefined}
            >
              <span className={name === null ? styles.none : styles.name}>{name ?? 'none'}</span>
              <ChevronDown size={14} aria-hidden="true" />
            </Button>
          }
        />
      )}
    </Field>
  );
}
