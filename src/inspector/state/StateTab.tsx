import type { ReactNode } from 'react';

import { Section } from '#inspector/Section.tsx';
import { LazyStateExplanation } from '#explain/LazyExplanations.tsx';
import { useNow } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { describeInstance, describeNode, type Phase } from '#trace/describeInstance.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import { Badge } from '#ui/Badge.tsx';

import { DeferredFacts } from './deferred/DeferredFacts.tsx';
import { FunctionFacts } from './FunctionFacts.tsx';
import { InstanceFacts } from './InstanceFacts.tsx';
import { KindFacts } from './kinds/KindFacts.tsx';
import { QueueFacts } from './kinds/QueueFacts.tsx';
import { SemaphoreFacts } from './kinds/SemaphoreFacts.tsx';
import { TimeoutFacts } from './kinds/TimeoutFacts.tsx';
import { NotStarted } from './NotStarted.tsx';
import { shownInstance } from '#trace/shownInstance.ts';
import { t } from '#words/words.ts';
import styles from './StateTab.module.css';

interface StateTabProps {
  /** The node's id. */
  readonly id: string;
}

/** How a node stands at the playhead. */
export function StateTab({ id }: StateTabProps): ReactNode {
  const header = useNow(({ trace }) => trace.header);
  const index = header.nodes.findIndex((node) => node.id === id);
  if (index === -1) return <p className={styles.none}>{t('{{id}} is being simulated.', { id })}</p>;
  return <NodeState index={index} />;
}

function NodeState({ index }: { readonly index: number }): ReactNode {
  const trace = useNow((now) => now.trace);
  const time = useNow((now) => now.time);
  const node = trace.header.nodes[index];
  const instance = useNow(({ state }) => shownInstance(state, index, node?.kind ?? ''));
  if (node === undefined) return null;
  if (node.kind === 'semaphore' || node.kind === 'queue') {
    return (
      <>
        <ResourcePhase index={index} />
        {node.kind === 'queue' ? <QueueFacts index={index} /> : <SemaphoreFacts index={index} />}
      </>
    );
  }
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
      <PhaseLine name={node.id} phase={describeInstance(trace, instance, time)} />
      <InstanceDetails node={node} instance={instance} />
    </>
  );
}

function ResourcePhase({ index }: { readonly index: number }): ReactNode {
  const { trace, state, time } = useNow((now) => now);
  return (
    <PhaseLine name={nodeName(trace, index)} phase={describeNode(trace, state, index, time)} />
  );
}

interface PhaseLineProps {
  /** The node's id. */
  readonly name: string;
  readonly phase: Phase;
}

/** The node's name with what it is doing. */
function PhaseLine({ name, phase }: PhaseLineProps): ReactNode {
  return (
    <p className={styles.phase}>
      <b className={styles.name}>{name}</b>
      <Badge {...phase} />
    </p>
  );
}

interface InstanceDetailsProps {
  readonly node: TraceNode;
  readonly instance: InstanceState;
}

function InstanceDetails({ node, instance }: InstanceDetailsProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const time = useNow((now) => now.time);
  const { deferred, timeouts, inside } = instance;
  return (
    <>
      <LazyStateExplanation instance={instance} />
      <InstanceFacts kind={node.kind} instance={instance} time={time} />
      <KindFacts trace={trace} node={node} instance={instance} />
      {timeouts.length === 0 ? null : (
        <Section title={t('Timeouts')}>
          <TimeoutFacts timeouts={timeouts} time={time} />
        </Section>
      )}
      {deferred === null ? null : (
        <Section title={t('Deferred')}>
          <DeferredFacts trace={trace} node={node} instance={instance} deferred={deferred} />
        </Section>
      )}
      <FunctionFacts node={node} inside={inside} />
    </>
  );
}
