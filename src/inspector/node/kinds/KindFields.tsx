import type { ReactNode } from 'react';

import type { ScheduleNode } from '#schedule/schema.ts';

import { DelayFields } from './DelayFields.tsx';
import { ListFields } from './ListFields.tsx';
import { LoopFields } from './LoopFields.tsx';
import { MomentFields } from './MomentFields.tsx';
import { QueueFields } from './QueueFields.tsx';
import { ResourceField } from './ResourceField.tsx';
import { SemaphoreFields } from './SemaphoreFields.tsx';
import { TaskFields } from './TaskFields.tsx';

interface KindFieldsProps {
  readonly node: ScheduleNode;
}

/** The fields that only nodes of this kind have, without functions and lists, which have their own place. */
export function KindFields({ node }: KindFieldsProps): ReactNode {
  switch (node.kind) {
    case 'callLater':
    case 'deferLater':
      return <DelayFields node={node} />;
    case 'loopingCall':
      return <LoopFields node={node} />;
    case 'deferredList':
      return <ListFields node={node} />;
    case 'cooperate':
      return <TaskFields node={node} />;
    case 'semaphore':
      return <SemaphoreFields node={node} />;
    case 'queue':
      return <QueueFields node={node} />;
    case 'guarded':
      return <ResourceField id={node.id} kind="semaphore" value={node.semaphore} />;
    case 'queueGet':
      return <ResourceField id={node.id} kind="queue" value={node.queue} />;
    case 'outsideEvent':
      return <MomentFields node={node} />;
    case 'deferred':
    case 'coroutine':
    case 'deferToThread':
    case 'service':
      return null;
  }
}
