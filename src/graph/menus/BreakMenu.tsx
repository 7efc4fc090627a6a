import type { ReactNode } from 'react';

import { indexOfBreakpoint } from '#schedule/breakpointEdits.ts';
import { nodeBreakpoints } from '#schedule/nodeBreakpoints.ts';
import type { Breakpoint, ScheduleNode } from '#schedule/schema.ts';
import { useBreakpoints } from '#store/useStudio.ts';
import { BreakpointDot } from '#ui/BreakpointDot.tsx';
import { t } from '#words/words.ts';

import styles from './BreakMenu.module.css';
import { Menu } from './Menu.tsx';

interface BreakMenuProps {
  readonly node: ScheduleNode;
  /** Takes a breakpoint to add, or the index of one to remove. */
  readonly onChoose: (choice: Breakpoint | number) => void;
  readonly onClose: () => void;
}

/** Asks what of a node playing stops at; what it stops at already is taken back. */
export function BreakMenu({ node, onChoose, onClose }: BreakMenuProps): ReactNode {
  const breakpoints = useBreakpoints();
  const choices = nodeBreakpoints(node).map(({ key, text, breakpoint }) => {
    const index = indexOfBreakpoint(breakpoints, breakpoint);
    const isThere = index >= 0;
    return {
      key,
      value: isThere ? index : breakpoint,
      text,
      refusal: null,
      face: (
        <span className={styles.choice}>
          <BreakpointDot on={isThere} />
          {text}
          {isThere ? <i className={styles.remove}>{t('remove')}</i> : null}
        </span>
      ),
    };
  });
  return (
    <Menu
      label={t('Break at {{id}}', { id: node.id })}
      groups={[{ heading: t('Break at {{id}} when', { id: node.id }), choices }]}
      preselected={choices[0]?.key ?? ''}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
