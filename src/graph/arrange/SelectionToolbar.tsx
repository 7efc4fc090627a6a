import { Panel } from '@xyflow/react';
import type { ReactNode } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import type { CommandId } from '#commands/commands.ts';
import { useView } from '#store/useStudio.ts';

import styles from './SelectionToolbar.module.css';

/** What is offered for several cards, in groups. */
const TOOLS: readonly (readonly CommandId[])[] = [
  ['alignLeft', 'alignCentre', 'alignRight'],
  ['alignTop', 'alignMiddle', 'alignBottom'],
  ['distributeAcross', 'distributeDown'],
  ['arrangeSelection', 'remove'],
];

/** What can be done with several selected cards together. It stands where no zoom moves it out of view. */
export function SelectionToolbar(): ReactNode {
  const count = useView(({ selection }) => selection.nodes.length);
  if (count < 2) return null;
  return (
    <Panel position="top-center" className={styles.panel ?? ''}>
      <fieldset aria-label={`${count} selected nodes`} className={styles.toolbar}>
        {TOOLS.map((group) => (
          <div key={group.join()} className={styles.group}>
            {group.map((command) => (
              <CommandButton key={command} command={command} look="plain" />
            ))}
          </div>
        ))}
      </fieldset>
    </Panel>
  );
}
