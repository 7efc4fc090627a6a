import { useStudio } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { REACTOR } from '#trace/traceHeader.ts';

/** Selects an event with its node, and puts the playhead right behind it. */
export function useGoToEvent(): (sequence: number) => void {
  const studio = useStudio();
  return (sequence) => {
    const { trace } = studio.run.getState();
    if (sequence < 0 || sequence >= trace.length) return;
    const node = trace.nodeAt(sequence);
    studio.pause();
    studio.select({
      event: sequence,
      nodes: node === REACTOR ? [] : [nodeName(trace, node)],
      edges: [],
    });
    studio.seekEvent(sequence + 1);
  };
}
