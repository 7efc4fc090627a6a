import type { ReactNode } from 'react';

import { NodeLink } from '#inspector/node/NodeLink.tsx';
import { Section } from '#inspector/Section.tsx';
import { useNow } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { describeNode } from '#trace/describeInstance.ts';
import { Badge } from '#ui/Badge.tsx';
import { t } from '#words/words.ts';

import styles from './MemberStates.module.css';

interface MemberStatesProps {
  readonly title: string;
  /** The members' indexes in the trace. */
  readonly members: readonly number[];
}

/** The members of a list or a service, each with how its newest instance stands. */
export function MemberStates({ title, members }: MemberStatesProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const state = useNow((now) => now.state);
  const time = useNow((now) => now.time);
  return (
    <Section title={title}>
      {members.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <ol className={styles.members}>
        {members.map((member) => (
          <li key={member} className={styles.member}>
            <NodeLink id={nodeName(trace, member)} />
            <Badge {...describeNode(trace, state, member, time)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
