import { LANE_HEIGHTS, type LaneHeight } from '#schedule/timelineSchema.ts';
import { LANE_SIZES } from '#timeline/layout/laneSize.ts';

import type { LaneEntry } from './arrangeLanes.ts';

/** What the menu of a lane does. */
export type LaneAction =
  | 'select'
  | 'only'
  | 'up'
  | 'down'
  | 'fold'
  | 'unfold'
  | 'foldAll'
  | 'unfoldAll'
  | LaneHeight;

/** A line of the menu of a lane. */
export interface LaneMenuItem {
  readonly action: LaneAction;
  readonly text: string;
  /** The key that does the same. */
  readonly key?: string;
  readonly disabled?: boolean;
  /** Whether it is so already. */
  readonly checked?: boolean;
}

const HEIGHT_WORDS: Readonly<Record<LaneHeight, string>> = {
  compact: 'Compact',
  normal: 'Normal height',
  tall: 'Tall',
};

/** The menu of a lane, in groups. `service`: its own id for a service, else that of its service. */
export function laneMenuItems(
  entry: LaneEntry,
  service: string | null,
  can: { readonly up: boolean; readonly down: boolean; readonly fold: boolean },
): readonly (readonly LaneMenuItem[])[] {
  const fold: readonly LaneMenuItem[] =
    entry.fold === 'none'
      ? []
      : entry.fold === 'open'
        ? [{ action: 'fold', text: 'Fold its members away', key: '←' }]
        : [{ action: 'unfold', text: 'Unfold its members', key: '→' }];
  const groups: readonly (readonly LaneMenuItem[])[] = [
    [
      { action: 'select', text: 'Select' },
      ...(service === null ? [] : [{ action: 'only', text: `Only ${service}` } as const]),
    ],
    [
      { action: 'up', text: 'Move up', key: 'Alt+↑', disabled: !can.up },
      { action: 'down', text: 'Move down', key: 'Alt+↓', disabled: !can.down },
    ],
    LANE_HEIGHTS.map((height) => ({
      action: height,
      text: HEIGHT_WORDS[height],
      checked: entry.size === LANE_SIZES[height],
    })),
    can.fold
      ? [
          ...fold,
          { action: 'foldAll', text: 'Fold all services' },
          { action: 'unfoldAll', text: 'Unfold all services' },
        ]
      : [],
  ];
  return groups.filter((group) => group.length > 0);
}
