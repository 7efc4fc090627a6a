import type { Now } from '#store/studio.ts';
import { useNow, useStudio } from '#store/useStudio.ts';
import type { Tone } from '#trace/describeEvent.ts';
import { describeNode } from '#trace/describeInstance.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import type { Trace } from '#trace/traceTable.ts';
import { shownInstance } from '#trace/shownInstance.ts';

import { nodeIndex } from './nodeIndexes.ts';

/** What a card's badge says at the playhead. */
export interface CardPhase {
  readonly tone: Tone;
  readonly text: string;
}

/** A node's phase at the playhead; the card is drawn again only when the words change. */
export function useCardPhase(id: string): CardPhase {
  const { run } = useStudio();
  const words = useNow((now) => {
    const { trace } = run.getState();
    const { tone, text } = describeNode(trace, now.state, nodeIndex(trace.header, id), now.time);
    return `${tone} ${text}`;
  });
  const space = words.indexOf(' ');
  return { tone: words.slice(0, space) as Tone, text: words.slice(space + 1) };
}

/** A part of a node's newest instance at the playhead. Select something that is compared by identity. */
export function useCardInstance<T>(id: string, select: (instance: InstanceState) => T): T | null {
  const { run } = useStudio();
  return useNow((now) => {
    const instance = instanceOf(now, run.getState().trace, id);
    return instance === null ? null : select(instance);
  });
}

function instanceOf(now: Now, trace: Trace, id: string): InstanceState | null {
  const node = nodeIndex(trace.header, id);
  return shownInstance(now.state, node, trace.header.nodes[node]?.kind ?? '');
}
