import type { ReactNode } from 'react';

import { Section } from '#inspector/Section.tsx';
import { DeferredFacts } from './deferred/DeferredFacts.tsx';
import { useNewestInstance, useNow } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { describeInstance } from '#trace/describeInstance.ts';

import { FunctionFacts } from './FunctionFacts.tsx';
import { InstanceFacts } from './InstanceFacts.tsx';
import { LoopFacts } from './LoopFacts.tsx';
import { NotStarted } from './NotStarted.tsx';
import { Badge } from '#ui/Badge.tsx';
import styles from './StateTab.module.css';

interface StateTabProps {
  /** The node's id. */
  readonly id: string;
}

/** How a node stands at the playhead. */
export function StateTab({ id }: StateTabProps): ReactNode {
  const header = useNow(({ trace }) => trace.header);
  const index = header.nodes.findIndex((node) => node.id === id);
  if (index === -1) return <p className={styles.none}>{id} is being simulated.</p>;
  return <NodeState index={index} />;
}

function NodeState({ index }: { readonly index: number }): ReactNode {
  const trace = useNow((now) => now.trace);
  const time = useNow((now) => now.time);
  const instance = useNewestInstance(index);
  const node = trace.header.nodes[index];
  if (node === undefined) return null;
  if (instance === null) {
    return (
      <>
        <NotStarted node={index} />
        <FunctionFacts node={node} inside={[]} />
      </>
    );
  }
  return (
    <>
      <p className={styles.phase}>
        <b className={styles.name}>{nodeName(trace, index)}</b>
        <Badge {...describeInstance(trace, instance, time)} />
      </p>
      <InstanceFacts kind={node.kind} instance={instance} time={time} />
      {instance.loop === null ? null : (
        <Section title="Loop">
          <LoopFacts trace={trace} loop={instance.loop} />
        </Section>
      )}
      {instance.deferred === null ? null : (
        <Section title="Deferred">
          <DeferredFacts
            trace={trace}
            node={node}
            deferred={instance.deferred}
            inside={instance.inside}
          />
        </Section>
      )}
      <FunctionFacts node={node} inside={instance.inside} />
    </>
  );
}
