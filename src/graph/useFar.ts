import { useStore } from '@xyflow/react';

/** Below this zoom nobody can read a card: it shows its name and its state only. */
const FAR_ZOOM = 0.45;

/** Whether the graph is seen from far. */
export function useFar(): boolean {
  return useStore(({ transform }) => transform[2] < FAR_ZOOM);
}
