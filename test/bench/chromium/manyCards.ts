import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';

const COLUMNS = 45;

/** Delays in rows, each of which starts the one beside it, so that there are about as many arrows as cards. */
export function manyCards(count: number): Schedule {
  const parsed = parseSchedule({
    format: 'reactor-studio/schedule',
    version: 1,
    name: `${count} cards`,
    horizon: 100,
    functions: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `after_${at}`,
        { steps: at === count - 1 ? [] : [{ do: 'start', node: `card_${at + 1}` }] },
      ]),
    ),
    nodes: Array.from({ length: count }, (_, at) => ({
      kind: 'callLater',
      id: `card_${at}`,
      position: { x: (at % COLUMNS) * 360, y: Math.floor(at / COLUMNS) * 160 },
      starts: at === 0 ? 'program' : 'never',
      delay: 0.01,
      call: `after_${at}`,
    })),
  });
  if (parsed.ok) return parsed.schedule;
  throw new Error(`Many cards are no schedule: ${parsed.problems[0]?.message ?? ''}`);
}
