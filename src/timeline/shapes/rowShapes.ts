import {
  MARK_KINDS,
  SPAN_KINDS,
  type LaneRow,
  type MarkKind,
  type SpanKind,
} from '#timeline/layout/lane.ts';

import type { Frame } from './frame.ts';
import { ghostBands, type GhostBand } from './ghostBands.ts';
import { markRuns, type MarkRun, type Parted } from './markRuns.ts';
import { spanBoxes, type SpanBox } from './spanBoxes.ts';
import { tailBoxes, type TailBox } from './tailBoxes.ts';

/**
 * The shapes of a row, from what lies below to what lies on top: the one layout that is drawn and
 * that the pointer hits. There are no more of them than a few a pixel, however much has happened.
 */
export interface RowShapes {
  readonly spans: readonly { readonly kind: SpanKind; readonly boxes: readonly SpanBox[] }[];
  readonly tails: Parted<TailBox>;
  readonly ghosts: Parted<GhostBand>;
  readonly marks: readonly { readonly kind: MarkKind; readonly runs: Parted<MarkRun> }[];
}

/** The shapes of a row in a frame. */
export function rowShapes(row: LaneRow, frame: Frame): RowShapes {
  return {
    spans: SPAN_KINDS.flatMap((kind) => {
      const series = row.spans[kind];
      return series === undefined ? [] : [{ kind, boxes: spanBoxes(series, frame) }];
    }),
    tails: tailBoxes(row.tails, frame),
    ghosts: ghostBands(row.ghosts, frame),
    marks: MARK_KINDS.flatMap((kind) => {
      const series = row.marks[kind];
      return series === undefined ? [] : [{ kind, runs: markRuns(series, frame) }];
    }),
  };
}
