import type { ReactNode } from 'react';

import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { addBreakpoint, indexOfBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import { nodeBreakpoints } from '#schedule/nodeBreakpoints.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useBreakpoints } from '#store/useStudio.ts';
import { BreakpointDot } from '#ui/BreakpointDot.tsx';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './BreakAt.module.css';

interface BreakAtProps {
  readonly node: ScheduleNode;
}

/** The menu of what of a node playing stops at. What it stops at already is taken back. */
export function BreakAt({ node }: BreakAtProps): ReactNode {
  const edit = useEdit();
  const breakpoints = useBreakpoints();
  const offers = nodeBreakpoints(node).map((offer) => ({
    ...offer,
    index: indexOfBreakpoint(breakpoints, offer.breakpoint),
  }));
  const count = breakpoints.filter((breakpoint) => breakpoint.node === node.id).length;
  return (
    <ActionMenu
      trigger={
        <Button className={styles.button}>
          <BreakpointDot on={count > 0} />
          {t('Break when…')}
          {count > 0 ? ` (${count})` : ''}
        </Button>
      }
      items={offers.map(({ key, text, index }) => ({
        id: key,
        name: text,
        current: index >= 0,
        ...(index < 0
          ? {}
          : { help: t('breakpoint {{index}}: choose it to remove it', { index: index + 1 }) }),
      }))}
      choose={(key) => {
        const chosen = offers.find((offer) => offer.key === key);
        if (chosen === undefined) return;
        edit(
          chosen.index < 0 ? addBreakpoint(chosen.breakpoint) : removeBreakpoints([chosen.index]),
        );
      }}
    />
  );
}
