import type { ReactNode } from 'react';

import { Section } from '#inspector/Section.tsx';
import { referencesOf } from '#schedule/language.ts';
import { useSchedule } from '#store/useStudio.ts';
import { msg, t } from '#words/words.ts';

import styles from './Members.module.css';
import { NodeLink } from './NodeLink.tsx';

interface ResourceUsersProps {
  /** The id of the semaphore or queue. */
  readonly id: string;
  readonly kind: 'semaphore' | 'queue';
}

const WORDS = {
  semaphore: { title: msg('Guards'), none: msg('nothing yet: add a guarded call') },
  queue: { title: msg('Gets'), none: msg('nothing takes from it yet: add a queue.get') },
} as const;

/** The guarded calls of a semaphore, or the gets of a queue. */
export function ResourceUsers({ id, kind }: ResourceUsersProps): ReactNode {
  const { nodes } = useSchedule();
  const users = nodes.filter((node) =>
    referencesOf(node).some((reference) => reference.as === kind && reference.node === id),
  );
  const { title, none } = WORDS[kind];
  return (
    <Section title={t(title)}>
      {users.length === 0 ? <p className={styles.none}>{t(none)}</p> : null}
      <ul className={styles.list}>
        {users.map((node) => (
          <li key={node.id} className={styles.member}>
            <NodeLink id={node.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
