import type { ReactNode } from 'react';

import { FindingList } from '#findings/FindingList.tsx';

import styles from './NodeFindings.module.css';

/** What is questionable about the selected node, above its fields. */
export function NodeFindings({ node }: { readonly node: string }): ReactNode {
  return (
    <div data-of-run>
      <FindingList node={node} className={styles.findings ?? ''} />
    </div>
  );
}
