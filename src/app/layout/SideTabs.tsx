import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';

import { Breakpoints } from '#app/breakpoints/Breakpoints.tsx';
import { Output } from '#app/output/Output.tsx';
import { useBreakpoints } from '#store/useStudio.ts';

import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './SideTabs.module.css';
import type { SideTab } from './usePanelSwitches.ts';

interface SideTabsProps {
  readonly side: SideTab;
}

/** What stands beside the events: the output or the breakpoints. */
export function SideTabs({ side }: SideTabsProps): ReactNode {
  const { length } = useBreakpoints();
  return (
    <Tabs.Root
      className={styles.side}
      value={side.tab}
      onValueChange={(value) => {
        side.show(value === 'breakpoints' ? value : 'output');
      }}
    >
      <Tabs.List className={styles.tabs} aria-label="Beside the events">
        <Tabs.Trigger className={styles.tab} value="output">
          Output
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="breakpoints">
          Breakpoints
          {length === 0 ? null : <span className={styles.count}>{length}</span>}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.content} value="output" tabIndex={-1}>
        <ErrorBoundary label="Output">
          <Output tabbed />
        </ErrorBoundary>
      </Tabs.Content>
      <Tabs.Content className={styles.content} value="breakpoints" tabIndex={-1}>
        <ErrorBoundary label="Breakpoints">
          <Breakpoints tabbed />
        </ErrorBoundary>
      </Tabs.Content>
    </Tabs.Root>
  );
}
