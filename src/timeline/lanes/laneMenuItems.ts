import { LANE_HEIGHTS, type LaneHeight } from '#schedule/timelineSchema.ts';
import { LANE_SIZES } from '#timeline/layout/laneSize.ts';
import { msg, t, type Text } from '#words/words.ts';

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

const HEIGHT_WORDS: Readonly<Record<LaneHeight, Text>> = {
  compact: msg('Compact'),
  normal: msg('Normal height'),
  tall: msg('Tall'),
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
        ? [{ action: 'fold', text: t('Fold its members away'), key: '←' }]
        : [{ action: 'unfold', text: t('Unfold its members'), key: '→' }];
  const groups: readonly (readonly LaneMenuItem[])[] = [
    [
      { action: 'select', text: t('Select') },
      ...(service === null
        ? []
        : [{ action: 'only', text: t('Only {{service}}', { service }) } as const]),
    ],
    [
      { action: 'up', text: t('Move up'), key: 'Alt+↑', disabled: !can.up },
      { action: 'down', text: t('Move down'), key: 'Alt+↓', disabled: !can.down },
    ],
    LANE_HEIGHTS.map((height) => ({
      action: height,
      text: t(HEIGHT_WORDS[height]),
      checked: entry.size === LANE_SIZES[height],
    })),
    can.fold
      ? [
          ...fold,
          { action: 'foldAll', text: t('Fold all services') },
          { action: 'unfoldAll', text: t('Unfold all services') },
        ]
      : [],
  ];
  return groups.filter((group) => group.length > 0);
}
