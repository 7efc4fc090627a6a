import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { ChainEditor } from '#inspector/chain/ChainEditor.tsx';
import { OwnFunction } from '#inspector/functions/OwnFunction.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { ownFunctionField } from '#schedule/language.ts';
import { deleteNodes } from '#schedule/removal/deleteNodes.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { BreakAt } from './BreakAt.tsx';
import { KindLine } from './KindLine.tsx';
import { ListMembers } from './ListMembers.tsx';
import { NodeFields } from './NodeFields.tsx';
import { NodeFindings } from './NodeFindings.tsx';
import styles from './NodeTab.module.css';
import { ResourceUsers } from './ResourceUsers.tsx';
import { ServiceMembers } from './ServiceMembers.tsx';

interface NodeTabProps {
  readonly node: ScheduleNode;
}

/** Everything of a node that the document has. */
export function NodeTab({ node }: NodeTabProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  return (
    <>
      <KindLine kind={node.kind} />
      <NodeFindings node={node.id} />
      <NodeFields node={node} />
      {node.kind === 'deferredList' ? <ListMembers node={node} /> : null}
      {node.kind === 'service' ? <ServiceMembers id={node.id} /> : null}
      {node.kind === 'semaphore' || node.kind === 'queue' ? (
        <ResourceUsers id={node.id} kind={node.kind} />
      ) : null}
      {ownFunctionField(node.kind) === null ? null : <OwnFunction node={node} />}
      {'chain' in node ? <ChainEditor id={node.id} chain={node.chain} /> : null}
      <BreakAt node={node} />
      <Button
        className={styles.delete}
        onClick={() => {
          edit(deleteNodes(studio.history.getState().schedule, [node.id]));
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
        {t('Delete node')}
      </Button>
    </>
  );
}
