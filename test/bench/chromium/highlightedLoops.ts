import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';

/** Updates a second, and how many of them a loop's interval has. */
export const RATE = 60;
export const PHASES = 25;

/** How many loops tick at each update. */
const AT_ONCE = 20;

/** All of them are in view, and near enough for their names and states to be drawn. */
function placeOf(index: number): { x: number; y: number } {
  const columns = 21;
  return { x: (index % columns) * 290, y: Math.floor(index / columns) * 145 };
}

/** Loops of which {@link AT_ONCE} tick at each 60th of a second, each group started by a call. */
export function highlightedLoops(): Schedule {
  const groups = Array.from({ length: PHASES }, (_, group) =>
    Array.from({ length: AT_ONCE }, (__, at) => `loop_${group}_${at}`),
  );
  const parsed = parseSchedule({
    format: 'reactor-studio/schedule',
    version: 1,
    name: 'Highlights',
    horizon: 30,
    functions: {
      tick: { steps: [] },
      ...Object.fromEntries(
        groups.map((ids, group) => [
          `begin_${group}`,
          { steps: ids.map((node) => ({ do: 'start', node })) },
        ]),
      ),
    },
    nodes: [
      ...groups.map((_, group) => ({
        kind: 'callLater',
        id: `group_${group}`,
        position: placeOf(group),
        starts: 'program',
        delay: group / RATE,
        call: `begin_${group}`,
      })),
      ...groups.flatMap((ids, group) =>
        ids.map((id, at) => ({
          kind: 'loopingCall',
          id,
          position: placeOf(PHASES + group * AT_ONCE + at),
          starts: 'never',
          interval: PHASES / RATE,
          call: 'tick',
        })),
      ),
    ],
  });
  if (parsed.ok) return parsed.schedule;
  throw new Error('The highlighted loops are no schedule.');
}
