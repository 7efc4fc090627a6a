import type { AriaLabelConfig } from '@xyflow/react';

const CARD_KEYS =
  'Enter selects. Then arrow keys move, C connects, B breaks, F2 renames, Delete deletes, Escape unselects, Shift and Tab lead to its arrows.';

/** React Flow's own words, in plain ones. */
export const ARIA_LABELS: Partial<AriaLabelConfig> = {
  'node.a11yDescription.default': CARD_KEYS,
  'node.a11yDescription.keyboardDisabled': CARD_KEYS,
  'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
    `Moved ${direction}, now at ${x}, ${y}`,
  'edge.a11yDescription.default': 'Enter selects. Then Delete deletes the step, Escape unselects.',
  'controls.ariaLabel': 'Zoom',
  'controls.zoomIn.ariaLabel': 'Zoom in',
  'controls.zoomOut.ariaLabel': 'Zoom out',
  'controls.fitView.ariaLabel': 'Show everything',
  'minimap.ariaLabel': 'Overview of the graph',
};
