import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import { LoopFacts } from '#inspector/state/LoopFacts.tsx';
import { NOTHING } from '#inspector/state/callWords.ts';
import { Section } from '#inspector/Section.tsx';
import type { InstanceState } from '#trace/instanceState.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

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
      <Section title={t('Loop')}>
        <LoopFacts trace={trace} loop={loop} />
      </Section>
    );
  }
  if (task !== null) {
    return (
      <Section title={t('Task')}>
        <TaskFacts trace={trace} task={task} />
      </Section>
    );
  }
  if (job !== null) {
    return (
      <Section title={t('Thread')}>
        <JobFacts instance={instance} job={job} />
      </Section>
    );
  }
  if (body !== null) {
    const waits =
      body.waitsOn === null ? NOTHING : <InstanceList trace={trace} refs={[body.waitsOn]} />;
    return (
      <Section title={t('Coroutine')}>
        <Facts facts={[[t('Awaits'), waits]]} />
      </Section>
    );
  }
  if (node.resource !== null) {
    const of = node.kind === 'queueGet' ? 'queue' : 'semaphore';
    return (
      <Section title={of === 'queue' ? t('Queue') : t('Semaphore')}>
        <TurnFacts of={of} instance={instance} resource={node.resource} />
      </Section>
    );
  }
  if (node.kind === 'deferredList')
    return <MemberStates title={t('Members, newest start of each')} members={node.members} />;
  if (node.kind === 'service') {
    const members = trace.header.nodes.flatMap(({ service }, index) =>
      service === instance.node ? [index] : [],
    );
    return (
      <>
        <Section title={t('Service')}>
          <Facts facts={[[t('Running'), instance.running ? t('yes') : t('no')]]} />
        </Section>
        <MemberStates title={t('Members')} members={members} />
      </>
    );
  }
  return null;
}
