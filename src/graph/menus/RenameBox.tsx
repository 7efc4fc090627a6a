import { useRef, useState, type ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './RenameBox.module.css';

interface RenameBoxProps {
  readonly id: string;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
  /** Enter or Esc: the node has this name now. */
  readonly onDone: (id: string) => void;
}

/** A node's name as a text field: Enter takes it, Esc leaves it, a refusal says why. */
export function RenameBox({ id, onLeave, onDone }: RenameBoxProps): ReactNode {
  const studio = useStudio();
  const [name, setName] = useState(id);
  const [fault, setFault] = useState<string | null>(null);
  const done = useRef(false);

  /** Gives the name to the node; says whether it has it now. */
  const take = (): boolean => {
    const wanted = name.trim();
    const problem = wanted === id ? undefined : studio.renameNode(id, wanted)[0];
    if (problem !== undefined) setFault(t('The name {{message}}.', { message: problem.message }));
    return problem === undefined;
  };
  const finish = (final: string): void => {
    done.current = true;
    onDone(final);
  };

  return (
    <div className={`${styles.box} nodrag nopan nokey`}>
      <input
        ref={focusAndSelect}
        aria-label={t('Name of {{id}}', { id })}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : 'rename-fault'}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setFault(null);
        }}
        onBlur={() => {
          // Closing takes the field away, and the focus with it.
          if (done.current) return;
          take();
          onLeave();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && take()) finish(name.trim());
          if (event.key === 'Escape') finish(id);
        }}
      />
      {fault === null ? null : (
        <p id="rename-fault" role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

function focusAndSelect(element: HTMLInputElement | null): void {
  element?.focus();
  element?.select();
}
