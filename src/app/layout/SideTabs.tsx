import {
  CircleDot,
  GitCompareArrows,
  History,
  Hourglass,
  Terminal,
  type LucideIcon,
} from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';

import { Breakpoints } from '#app/breakpoints/Breakpoints.tsx';
import { Compare } from '#app/compare/Compare.tsx';
import { HistoryPanel } from '#app/history/HistoryPanel.tsx';
import { Output } from '#app/output/Output.tsx';
import { Pending } from '#app/pending/Pending.tsx';
import { useBreakpoints } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { ErrorBoundary } from './ErrorBoundary.tsx';
import { SIDE_TABS, sideTabOf, type SideTabName } from './sideTabNames.ts';
import styles from './SideTabs.module.css';
import type { SideTab } from './usePanelSwitches.ts';

interface SideTabsProps {
  readonly side: SideTab;
}

/** What stands below each tab. */
const CONTENTS: Readonly<Record<SideTabName, () => ReactNode>> = {
  output: () => <Output tabbed />,
  breakpoints: () => <Breakpoints tabbed />,
  pending: () => <Pending tabbed />,
  compare: () => <Compare tabbed />,
  history: () => <HistoryPanel tabbed />,
};

const ICONS: Readonly<Record<SideTabName, LucideIcon>> = {
  output: Terminal,
  breakpoints: CircleDot,
  pending: Hourglass,
  compare: GitCompareArrows,
  history: History,
};

/** What stands for the name of a tab where there is no room for it. */
function TabIcon({ name }: { readonly name: SideTabName }): ReactNode {
  const Icon = ICONS[name];
  return <Icon size={15} strokeWidth={1.75} className={styles.icon} aria-hidden="true" />;
}

/** What stands beside the events, one at a time. */
export function SideTabs({ side }: SideTabsProps): ReactNode {
  const { length } = useBreakpoints();
  const counts: Partial<Readonly<Record<SideTabName, number>>> = { breakpoints: length };
  return (
    <Tabs.Root
      className={styles.side}
      value={side.tab}
      onValueChange={(value) => {
        side.show(sideTabOf(value));
      }}
    >
      <Tabs.List className={styles.tabs} aria-label={t('Beside the events')}>
        {SIDE_TABS.map(({ name, label }) => (
          <Tabs.Trigger key={name} className={styles.tab} value={name} title={t(label)}>
            <TabIcon name={name} />
            <span className={styles.label}>{t(label)}</span>
            {(counts[name] ?? 0) === 0 ? null : (
              <span className={styles.count}>{counts[name]}</span>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {SIDE_TABS.map(({ name, label }) => (
        <Tabs.Content key={name} className={styles.content} value={name} tabIndex={-1}>
          <ErrorBoundary label={t(label)}>{CONTENTS[name]()}</ErrorBoundary>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
