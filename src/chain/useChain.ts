import { useState } from 'react';

import { useNow, useRun, useView } from '#store/useStudio.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';

import { chainPicture, type ChainPicture } from '#explain/chainPicture.ts';
import { chainsOf } from '#explain/instanceChain.ts';

/** The node whose chain is looked at, and which of its instances. */
export interface ChainChoice {
  /** The index of the node in the trace; null: no node with a Deferred is selected. */
  readonly node: number | null;
  /** Which start of it; null: it has not been started at the playhead. */
  readonly instance: number | null;
  /** Whether it is the newest one at the playhead, whichever that is. */
  readonly follows: boolean;
  /** Looks at an instance; null: at the newest one at the playhead from then on. */
  readonly choose: (instance: number | null) => void;
}

interface Chosen {
  readonly node: number;
  readonly instance: number;
}

/** Which chain the selection and the playhead lead to. */
export function useChainChoice(): ChainChoice {
  const { trace } = useRun();
  const selection = useView((view) => view.selection);
  const count = useNow((now) => now.count);
  const [chosen, setChosen] = useState<Chosen | null>(null);

  const node = selectedNode(trace, selection.nodes, selection.event);
  const held = chosen !== null && chosen.node === node ? chosen.instance : null;
  const newest = node === null ? null : chainsOf(trace, node).newestAt(count);
  return {
    node,
    instance: held ?? newest,
    follows: held === null,
    choose: (instance) => {
      setChosen(instance === null || node === null ? null : { node, instance });
    },
  };
}

/** The chain of an instance at the playhead. */
export function useChainPicture(of: InstanceRef): ChainPicture {
  const trace = useNow((now) => now.trace);
  const count = useNow((now) => now.count);
  return chainPicture(trace, of, count);
}

function selectedNode(trace: Trace, nodes: readonly string[], event: number | null): number | null {
  const [id] = nodes;
  const byId = trace.header.nodes.findIndex((node) => node.id === id);
  if (byId >= 0) return byId;
  if (event === null || event >= trace.length) return null;
  const byEvent = trace.nodeAt(event);
  return byEvent < 0 ? null : byEvent;
}
