import type { ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { instanceName, nodeName } from '#trace/describeEvent.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { NOTHING } from './callWords.ts';
import styles from './InstanceList.module.css';

interface InstanceListProps {
  readonly trace: Trace;
  readonly refs: readonly InstanceRef[];
}

/** More instances than this are only counted. */
const MAX_LISTED = 20;

/** Instances by name, in a line; pressing one selects its node. */
export function InstanceList({ trace, refs }: InstanceListProps): ReactNode {
  const studio = useStudio();
  if (refs.length === 0) return NOTHING;
  return (
    <ul className={styles.list}>
      {refs.slice(0, MAX_LISTED).map((ref) => (
        <li key={`${ref.node} ${ref.instance}`}>
          <button
            type="button"
            className={styles.instance}
            onClick={() => {
              studio.select({ nodes: [nodeName(trace, ref.node)], edges: [] });
            }}
          >
            {instanceName(trace, ref)}
          </button>
        </li>
      ))}
      {refs.length > MAX_LISTED ? (
        <li>{t('and {{number}} more', { number: refs.length - MAX_LISTED })}</li>
      ) : null}
    </ul>
  );
}
