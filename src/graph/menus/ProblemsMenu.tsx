import { useEffect, useRef, type ReactNode } from 'react';

import { FindingList } from '#findings/FindingList.tsx';

import styles from './ProblemsMenu.module.css';

interface ProblemsMenuProps {
  /** The node's id. */
  readonly id: string;
  /** Called when the last of them is mended. */
  readonly onDone: () => void;
}

/** What is questionable about a node; the first thing that mends some of it has the focus. */
export function ProblemsMenu({ id, onDone }: ProblemsMenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first =
      menu.current?.querySelector<HTMLElement>('[data-fix]') ??
      menu.current?.querySelector<HTMLElement>('[data-finding]');
    first?.focus();
  }, []);
  return (
    <div ref={menu} className={styles.menu}>
      <FindingList node={id} onDone={onDone} />
    </div>
  );
}
