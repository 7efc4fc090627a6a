import type { PythonExport } from '#export/exportPython.ts';
import { placesOf } from '#schedule/places.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

/** Lines of a program that belong to a node: where it is started, or a function that it calls. */
export interface NodeCode {
  /** The function's name; null: the node's own lines. */
  readonly function: string | null;
  readonly first: number;
  readonly last: number;
}

/** The lines of a program that belong to a node: its own, then its functions', each function once. */
export function linesOfNode(program: PythonExport, node: ScheduleNode): readonly NodeCode[] {
  const own = program.nodes.get(node.id);
  const names = new Set(placesOf(node).map((place) => place.function));
  return [
    ...(own === undefined ? [] : [{ function: null, first: own.first, last: own.last }]),
    ...[...names].flatMap((name) => {
      const lines = program.functions.get(name);
      return lines === undefined ? [] : [{ function: name, first: lines.first, last: lines.last }];
    }),
  ];
}
