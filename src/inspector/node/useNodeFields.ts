import { useEdit } from '#editors/useEdit.ts';
import { setNodeFields, type NodeFields } from '#schedule/nodeEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import { useStudio } from '#store/useStudio.ts';

/** Sets fields of a node: `set` gives why typed ones are refused, `choose` has the inspector say it. */
export function useNodeFields(id: string): {
  readonly set: (fields: NodeFields) => readonly Problem[];
  readonly choose: (fields: NodeFields) => void;
} {
  const studio = useStudio();
  const edit = useEdit();
  return {
    set: (fields) => studio.edit(setNodeFields(id, fields)),
    choose(fields) {
      edit(setNodeFields(id, fields));
    },
  };
}
