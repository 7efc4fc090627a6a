import { expect, test } from 'vitest';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { edited, jumped, redone, undone, type History } from '#store/history.ts';

import { Chance, copying, GESTURES, type Clipboard } from './gestures.ts';

/** `GESTURE_SEED=n` does that one again; each failure names its seed. */
const ONE = process.env['GESTURE_SEED'];
const SEEDS = ONE === undefined ? Array.from({ length: 200 }, (_, seed) => seed) : [Number(ONE)];
const COUNT = 200;

const NOTHING = { nodes: [], edges: [] };
const NOWHERE = new Map<string, never>();
/** How often each gesture has edited something. */
const tally = new Map<number, number>();

/** Another moment of the history. */
function travelled(history: History, chance: Chance): History {
  const way = chance.below(3);
  if (way === 0) return undone(history);
  if (way === 1) return redone(history);
  return jumped(history, chance.below(history.past.length + history.future.length + 1));
}

/**
 * What a drawing shows, however it came about. Where a card stands is said by its own position: the
 * node that it is drawn from may be one from before it was moved.
 */
function shown({ nodes, edges }: ReturnType<ReturnType<typeof createScheduleToFlow>>): unknown {
  return {
    nodes: nodes.map((card) => {
      const { position: _, ...node } = card.data.node;
      return { ...card, data: { ...card.data, node } };
    }),
    edges,
  };
}

test.each(SEEDS)(
  'after 200 random gestures document, graph and history agree: GESTURE_SEED=%i',
  (seed) => {
    const chance = new Chance(seed);
    const first = EXAMPLES[seed % EXAMPLES.length]!.load();
    const clipboard: Clipboard = { held: null };
    const toFlow = createScheduleToFlow();
    let history: History = { schedule: first, past: [], future: [] };
    let made = 0;
    for (let gesture = 0; gesture < COUNT; gesture += 1) {
      if (chance.next() < 0.15) {
        history = travelled(history, chance);
      } else {
        const way = chance.below(GESTURES.length);
        const edit = GESTURES[way]?.(history.schedule, chance, clipboard) ?? null;
        const result = edit === null ? null : edited(history, edit, gesture * 400);
        if (result?.ok === true && result.history !== history) {
          history = result.history;
          made += 1;
          tally.set(way, (tally.get(way) ?? 0) + 1);
        }
      }
      toFlow(history.schedule, NOTHING, NOWHERE);
    }
    // Most gestures do something: else this would show nothing.
    expect(made).toBeGreaterThan(COUNT / 5);
    expect(parseSchedule(history.schedule).ok).toBe(true);
    expect(shown(toFlow(history.schedule, NOTHING, NOWHERE))).toEqual(
      shown(createScheduleToFlow()(history.schedule, NOTHING, NOWHERE)),
    );
    const last = redoneAll(history);
    const start = jumped(last, 0);
    expect(start.schedule).toEqual(first);
    expect(redoneAll(start).schedule).toEqual(last.schedule);
    expect(jumped(start, history.past.length).schedule).toEqual(history.schedule);
    let steps = last;
    while (steps.past.length > 0) steps = undone(steps);
    expect(steps.schedule).toEqual(first);
  },
);

function redoneAll(history: History): History {
  return jumped(history, history.past.length + history.future.length);
}

test.skipIf(ONE !== undefined)('each gesture has edited something, again and again', () => {
  const idle = GESTURES.filter((_, way) => (tally.get(way) ?? 0) < 20);
  expect(idle).toEqual([copying]);
});
