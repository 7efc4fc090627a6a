import { useState, type ReactNode } from 'react';

import { deriveEdges } from '#schedule/edges.ts';
import { useSchedule, useView } from '#store/useStudio.ts';

import { ArrowView } from './arrow/ArrowView.tsx';
import { SeveralArrows } from './arrow/SeveralArrows.tsx';
import { DocumentFields } from './document/DocumentFields.tsx';
import { NodeView, type NodeTabName } from './node/NodeView.tsx';
import { SeveralNodes } from './SeveralNodes.tsx';
import { useOnReveal } from '#editors/useOnReveal.ts';

/** What is selected: nodes before arrows, and the document where neither is. */
export function Selected(): ReactNode {
  const schedule = useSchedule();
  const selectedNodes = useView((view) => view.selection.nodes);
  const selectedEdges = useView((view) => view.selection.edges);
  const [tab, showTab] = useState<NodeTabName>('node');

  useOnReveal(() => {
    showTab('node');
  });

  const ids = new Set(selectedNodes);
  const nodes = schedule.nodes.filter((node) => ids.has(node.id));
  const [node] = nodes;
  if (nodes.length > 1) return <SeveralNodes nodes={nodes} />;
  if (node !== undefined) {
    return (
      <NodeView
        // Not by id: a rename keeps the focus. The drafts know by their scope whose they are.
        key={schedule.nodes.indexOf(node)}
        node={node}
        tab={tab}
        showTab={showTab}
      />
    );
  }
  const edgeIds = new Set(selectedEdges);
  const arrows =
    edgeIds.size === 0 ? [] : deriveEdges(schedule).filter(({ id }) => edgeIds.has(id));
  const [arrow] = arrows;
  if (arrow === undefined) return <DocumentFields />;
  return arrows.length > 1 ? <SeveralArrows arrows={arrows} /> : <ArrowView arrow={arrow} />;
}
