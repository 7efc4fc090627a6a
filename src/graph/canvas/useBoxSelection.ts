import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';

import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { useStudio } from '#store/useStudio.ts';

import { boxedNodes } from './boxedNodes.ts';

/** What the canvas tells of a box that is drawn on it. */
export interface BoxSelection {
  /** Whether one is drawn: what React Flow selects meanwhile does not count. */
  readonly isBoxing: () => boolean;
  readonly onPressed: () => void;
  readonly onSelectionStart: () => void;
  readonly onSelectionEnd: () => void;
}

/**
 * Selects by a box, which is drawn with Shift: what it covers is added to what was selected. React
 * Flow's own box has one rule for cards and frames, and would grab the frame with its members.
 */
export function useBoxSelection(pane: RefObject<HTMLDivElement | null>): BoxSelection {
  const studio = useStudio();
  const store = useStoreApi<FlowNode, ArrowEdge>();
  const boxing = useRef(false);
  const before = useRef<readonly string[]>([]);

  useEffect(
    () =>
      store.subscribe(({ userSelectionRect: rect, transform, nodes }, last) => {
        if (!boxing.current || rect === null || rect === last.userSelectionRect) return;
        const [x, y, zoom] = transform;
        const found = boxedNodes(nodes, {
          x: (rect.x - x) / zoom,
          y: (rect.y - y) / zoom,
          width: rect.width / zoom,
          height: rect.height / zoom,
        });
        studio.select({ nodes: [...new Set([...before.current, ...found])], edges: [] });
      }),
    [store, studio],
  );

  return {
    isBoxing: () => boxing.current,
    onPressed() {
      before.current = studio.view.getState().selection.nodes;
    },
    onSelectionStart() {
      boxing.current = true;
    },
    onSelectionEnd() {
      boxing.current = false;
      // The next key is for what was selected.
      pane.current?.focus({ preventScroll: true });
    },
  };
}
