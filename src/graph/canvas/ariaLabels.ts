import type { AriaLabelConfig } from '@xyflow/react';

import { msg, t } from '#words/words.ts';

const CARD_KEYS = msg(
  'Enter selects. Then arrow keys move, C connects, B breaks, F2 renames, Delete deletes, Escape unselects, Shift and Tab lead to its arrows.',
);

/** React Flow's own words, in plain ones. */
export function ariaLabels(): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': t(CARD_KEYS),
    'node.a11yDescription.keyboardDisabled': t(CARD_KEYS),
    'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
      t('Moved {{direction}}, now at {{x}}, {{y}}', { direction, x, y }),
    'edge.a11yDescription.default': t(
      'Enter selects. Then Delete deletes the step, Escape unselects.',
    ),
    'controls.ariaLabel': t('Zoom'),
    'controls.zoomIn.ariaLabel': t('Zoom in'),
    'controls.zoomOut.ariaLabel': t('Zoom out'),
    'controls.fitView.ariaLabel': t('Show everything'),
    'minimap.ariaLabel': t('Overview of the graph'),
  };
}
