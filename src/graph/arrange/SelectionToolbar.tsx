import { Panel } from '@xyflow/react';
import type { ReactNode } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import type { CommandId } from '#commands/commands.ts';
import { useIsTouched } from '#ui/useMedia.ts';
import { useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './SelectionToolbar.module.css';

/** What is offered for several cards, in groups. */
const TOOLS: readonly (readonly CommandId[])[] = [
  ['alignLeft', 'alignCentre', 'alignRight'],
  ['alignTop', 'alignMiddle', 'alignBottom'],
  ['distributeAcross', 'distributeDown'],
  ['arrangeSelection', 'remove'],
];

/** What is offered for one card to fingers, for which there is no room above the card. */
const TOOLS_OF_ONE: readonly (readonly CommandId[])[] = [
  ['connect', 'rename', 'breakAt'],
  ['duplicate', 'remove'],
];

/** What can be done with the selected cards: with several selected cards together. It stands where no zoom moves it out of view. */
export function SelectionToolbar(): ReactNode {
  const count = useView(({ selection }) => selection.nodes.length);
  const isTouched = useIsTouched();
  if (count === 0 || (count === 1 && !isTouched)) return null;
  return (
    <Panel position="top-center" className={styles.panel ?? ''}>
      <fieldset
        aria-label={count === 1 ? t('The selected node') : t('{{count}} selected nodes', { count })}
        className={styles.toolbar}
      >
        {(count === 1 ? TOOLS_OF_ONE : TOOLS).map((group) => (
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
