import type { CountedFigures, NodeFigures } from './nodeFigures.ts';

/** What the events of a node are in both runs. */
export interface NodeComparison {
  readonly id: string;
  /** In the earlier run and in the present one; null where that has no such node. */
  readonly pinned: NodeFigures | null;
  readonly own: NodeFigures | null;
  readonly gone: number;
  readonly added: number;
  readonly moved: number;
  readonly changed: number;
}

/** A node that at least one of the runs has. */
export class ComparedNode {
  readonly id: string;
  pinned: CountedFigures | null = null;
  own: CountedFigures | null = null;
  gone = 0;
  added = 0;
  moved = 0;
  changed = 0;

  constructor(id: string) {
    this.id = id;
  }

  read(): NodeComparison {
    const { id, pinned, own, gone, added, moved, changed } = this;
    const figures = { pinned: pinned?.read() ?? null, own: own?.read() ?? null };
    return { id, ...figures, gone, added, moved, changed };
  }
}
