import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import { LoopFacts } from '#inspector/state/LoopFacts.tsx';
import { NOTHING } from '#inspector/state/callWords.ts';
import { Section } from '#inspector/Section.tsx';
import type { InstanceState } from '#trace/instanceState.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

import { JobFacts } from './JobFacts.tsx';
import { MemberStates } from './MemberStates.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { TurnFacts } from './TurnFacts.tsx';

interface KindFactsProps {
  readonly trace: Trace;
  readonly node: TraceNode;
  readonly instance: InstanceState;
}

/** What only instances of this kind have: a loop, a task, a job, a token, members. */
export function KindFacts({ trace, node, instance }: KindFactsProps): ReactNode {
  const { loop, task, job, body } = instance;
  if (loop !== null) {
    return (
      <Section title="Loop">
        <LoopFacts trace={trace} loop={loop} />
      </Section>
    );
  }
  if (task !== null) {
    return (
      <Section title="Task">
        <TaskFacts trace={trace} task={task} />
      </Section>
    );
  }
  if (job !== null) {
    return (
      <Section title="Thread">
        <JobFacts instance={instance} job={job} />
      </Section>
    );
  }
  if (body !== null) {
    const waits =
      body.waitsOn === null ? NOTHING : <InstanceList trace={trace} refs={[body.waitsOn]} />;
    return (
      <Section title="Coroutine">
        <Facts facts={[['Awaits', waits]]} />
      </Section>
    );
  }
  if (node.resource !== null) {
    const of = node.kind === 'queueGet' ? 'queue' : 'semaphore';
    return (
      <Section title={of === 'queue' ? 'Queue' : 'Semaphore'}>
        <TurnFacts of={of} instance={instance} resource={node.resource} />
      </Section>
    );
  }
  if (node.kind === 'deferredList')
    return <MemberStates title="Members, newest start of each" members={node.members} />;
  if (node.kind === 'service') {
    const members = trace.header.nodes.flatMap(({ service }, index) =>
      service === instance.node ? [index] : [],
    );
    return (
      <>
        <Section title="Service">
          <Facts facts={[['Running', instance.running ? 'yes' : 'no']]} />
        </Section>
        <MemberStates title="Members" members={members} />
      </>
    );
  }
  return null;
}
