import { useRef, type ReactNode } from 'react';

import { useFindingsOf } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { FindingItem } from './FindingItem.tsx';
import styles from './FindingList.module.css';
import { useFocusAfterFix } from './useFocusAfterFix.ts';

interface FindingListProps {
  /** The node's id. */
  readonly node: string;
  readonly className?: string;
  /** Called when the last of them is mended; by default the focus stays at the empty place. */
  readonly onDone?: () => void;
}

/** What is questionable about a node, with what mends it. */
export function FindingList({ node, className, onDone }: FindingListProps): ReactNode {
  const findings = useFindingsOf(node);
  const place = useRef<HTMLDivElement>(null);
  const onFixed = useFocusAfterFix(place, onDone ?? (() => place.current?.focus()));
  return (
    <div ref={place} className={styles.place} tabIndex={-1}>
      {findings.length === 0 ? null : (
        <ul
          className={[styles.list, className].filter(Boolean).join(' ')}
          aria-label={t('Problems of {{node}}', { node })}
        >
          {findings.map((finding) => (
            <li key={finding.key}>
              <FindingItem finding={finding} named={false} onFixed={onFixed} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
