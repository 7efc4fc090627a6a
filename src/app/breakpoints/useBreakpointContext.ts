import { nodeWithId } from '#schedule/places.ts';
import { useStudio } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';

import type { BreakpointContext } from './breakpointDraft.ts';

/** Gives what is selected at the moment, for a new breakpoint to begin with. */
export function useBreakpointContext(): () => BreakpointContext {
  const studio = useStudio();
  return () => {
    const { schedule } = studio.history.getState();
    const { nodes, event } = studio.view.getState().selection;
    const { trace } = studio.run.getState();
    const isKnown = event !== null && event < trace.length;
    const alone = nodes.length === 1 ? (nodes[0] ?? '') : '';
    const id = isKnown ? nodeName(trace, trace.nodeAt(event)) : alone;
    return {
      node: nodeWithId(schedule, id)?.id ?? null,
      event: isKnown ? trace.kindAt(event) : null,
      time: studio.now.getState().time,
    };
  };
}
