import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';

import { DraftScope } from '#editors/fields/useDraft.ts';
import { LazyPythonTab } from '#inspector/python/LazyPythonTab.tsx';
import { StateTab } from '#inspector/state/StateTab.tsx';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useNow } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { NodeTab } from './NodeTab.tsx';
import styles from './NodeView.module.css';

/** What the inspector shows of a node: the node itself, how it stands at the playhead, or its Python. */
export type NodeTabName = 'node' | 'state' | 'python';

interface NodeViewProps {
  readonly node: ScheduleNode;
  readonly tab: NodeTabName;
  readonly showTab: (tab: NodeTabName) => void;
}

/** One node, in tabs. */
export function NodeView({ node, tab, showTab }: NodeViewProps): ReactNode {
  const time = useNow((now) => formatTime(now.time));
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => {
        showTab(value === 'state' || value === 'python' ? value : 'node');
      }}
    >
      <Tabs.List className={styles.tabs} aria-label={t('What to show of the node')}>
        <Tabs.Trigger className={styles.tab} value="node">
          {t('Node')}
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="state">
          {t('At {{time}} s', { time })}
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="python">
          {t('Python')}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.content} value="node">
        <DraftScope value={node.id}>
          <NodeTab node={node} />
        </DraftScope>
      </Tabs.Content>
      <Tabs.Content className={styles.content} value="state">
        <StateTab id={node.id} />
      </Tabs.Content>
      <Tabs.Content className={styles.content} value="python">
        <LazyPythonTab node={node} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
