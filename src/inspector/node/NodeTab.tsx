import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { ChainEditor } from '#inspector/chain/ChainEditor.tsx';
import { OwnFunction } from '#inspector/functions/OwnFunction.tsx';
import { useEdit } from '#inspector/useEdit.ts';
import { removeNodes } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { Button } from '#ui/Button.tsx';

import { KindLine } from './KindLine.tsx';
import { NodeFields } from './NodeFields.tsx';
import styles from './NodeTab.module.css';

interface NodeTabProps {
  readonly node: ScheduleNode;
}

/** Everything of a node that the document has. */
export function NodeTab({ node }: NodeTabProps): ReactNode {
  const edit = useEdit();
  return (
    <>
      <KindLine kind={node.kind} />
      <NodeFields node={node} />
      <OwnFunction node={node} />
      {'chain' in node ? <ChainEditor id={node.id} chain={node.chain} /> : null}
      <Button
        className={styles.delete}
        onClick={() => {
          edit(removeNodes([node.id]));
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
        Delete node
      </Button>
    </>
  );
}
