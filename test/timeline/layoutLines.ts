import { REACTOR } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

import { MARK_KINDS, SPAN_KINDS, type LaneRow } from '#timeline/layout/lane.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';

/** A layout as lines, a row each: `fetch/1 waiting 0-2, fired 2`. Rows without anything are left out. */
export function layoutLines({ trace, lanes }: TimelineLayout): readonly string[] {
  return lanes.flatMap(({ node, rows }) =>
    rows.flatMap((row, index) => {
      const parts = rowParts(row);
      return parts.length === 0 ? [] : [`${nameOf(trace, node)}/${index} ${parts.join(', ')}`];
    }),
  );
}

function nameOf(trace: Trace, node: number): string {
  return node === REACTOR ? 'reactor' : (trace.header.nodes[node]?.id ?? '?');
}

function rowParts({ spans, marks, ghosts, tails }: LaneRow): string[] {
  const spanParts = SPAN_KINDS.flatMap((kind) => {
    const { starts, ends } = spans[kind] ?? { starts: [], ends: [] };
    const said = starts.map((start, index) => `${short(start)}-${short(ends[index] ?? NaN)}`);
    return said.length === 0 ? [] : [`${kind} ${said.join(' ')}`];
  });
  const markParts = MARK_KINDS.flatMap((kind) => {
    const times = marks[kind]?.times ?? [];
    return times.length === 0 ? [] : [`${kind} ${times.map(short).join(' ')}`];
  });
  const ghostParts = ghosts.runs.map(
    ({ first, interval, count }) => `${count} ghosts from ${short(first)} by ${interval}`,
  );
  const tailParts = tails.times.map(
    (time, index) => `tail ${short(-(tails.dues.values[index] ?? NaN))}-${short(time)}`,
  );
  return [...spanParts, ...markParts, ...ghostParts, ...tailParts];
}

function short(time: number): string {
  return time === Infinity ? '…' : String(Number(time.toFixed(6)));
}
