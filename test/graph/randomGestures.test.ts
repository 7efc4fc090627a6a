import { expect, test } from 'vitest';

import { arrowOffer } from '#graph/edits/arrowOffer.ts';
import { arrowStarts } from '#graph/edits/arrowStarts.ts';
import { addArrow } from '#graph/edits/connectEdits.ts';
import { moveEdit } from '#graph/edits/moveEdit.ts';
import { duplicateBeside, duplicateTo, pasteAt } from '#graph/edits/pasteEdits.ts';
import { removeSelection } from '#graph/edits/removeSelection.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { addNode, newNodeId } from '#schedule/addNode.ts';
import { addLink, addTimeout, moveLink, removeLink } from '#schedule/chainEdits.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { deriveEdges } from '#schedule/edges.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { copyNodes } from '#schedule/fragment/copyNodes.ts';
import type { Fragment } from '#schedule/fragment/fragment.ts';
import { fragmentText } from '#schedule/fragment/fragmentText.ts';
import { parseFragmentText } from '#schedule/fragment/parseFragmentText.ts';
import { addStep, moveStep, removeStep } from '#schedule/functionEdits.ts';
import { freeIdentifier } from '#schedule/identifier.ts';
import { chainOf } from '#schedule/language.ts';
import { renameFunction, renameNode, setNodeFields, setService } from '#schedule/nodeEdits.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { takenNames } from '#schedule/places.ts';
import type { NodeKind, Schedule, ScheduleNode } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { edited, jumped, redone, undone, type History } from '#store/history.ts';

/** `GESTURE_SEED=n` does that one again; each failure names its seed. */
const ONE = process.env['GESTURE_SEED'];
const SEEDS = ONE === undefined ? Array.from({ length: 200 }, (_, seed) => seed) : [Number(ONE)];
const GESTURES = 200;

const KINDS: readonly NodeKind[] = [
  'callLater',
  'deferLater',
  'loopingCall',
  'deferred',
  'deferredList',
  'coroutine',
  'cooperate',
  'deferToThread',
  'semaphore',
  'guarded',
  'queue',
  'queueGet',
  'service',
  'outsideEvent',
];
const NOTHING = { nodes: [], edges: [] };
const NOWHERE = new Map<string, never>();
/** Larger ones would only make each gesture slower. */
const MANY_NODES = 30;

/** Numbers that follow from a seed. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  some<T>(list: readonly T[]): readonly T[] {
    return list.filter(() => this.next() < 0.3);
  }

  place(): { x: number; y: number } {
    return { x: this.below(100) * 10, y: this.below(60) * 10 };
  }
}

/** What a gesture on a schedule edits; null: it does nothing here. */
type Gesture = (schedule: Schedule, chance: Chance, clipboard: Clipboard) => ScheduleEdit | null;

interface Clipboard {
  held: Fragment | null;
}

/** A gesture at some node. */
const onNode =
  (
    edit: (node: ScheduleNode, chance: Chance, schedule: Schedule) => ScheduleEdit | null,
  ): Gesture =>
  (schedule, chance) => {
    const node = chance.of(schedule.nodes);
    return node === undefined ? null : edit(node, chance, schedule);
  };

/** A gesture at some function, with the number of its steps. */
const onFunction =
  (
    edit: (name: string, steps: number, chance: Chance, schedule: Schedule) => ScheduleEdit,
  ): Gesture =>
  (schedule, chance) => {
    const found = chance.of(Object.entries(schedule.functions));
    return found === undefined ? null : edit(found[0], found[1].steps.length, chance, schedule);
  };

const remove: Gesture = (schedule, chance) => {
  const nodes = chance
    .some(schedule.nodes)
    .map(({ id }) => id)
    .slice(0, 3);
  return removeSelection(schedule, nodes, chance.some(deriveEdges(schedule)).slice(0, 2)).edit;
};

const GESTURES_OF: readonly Gesture[] = [
  (schedule, chance) => {
    const kind = chance.of(KINDS) ?? 'deferred';
    return addNode(kind, newNodeId(schedule, kind), chance.place());
  },
  (schedule, chance) => {
    const places = chance.some(schedule.nodes).map(({ id }) => [id, chance.place()] as const);
    return moveEdit(schedule, new Map(places), chance.next() < 0.5);
  },
  onNode((node, chance, schedule) => {
    const target = chance.of(schedule.nodes);
    const start = chance.of(arrowStarts(node))?.start;
    if (target === undefined || start === undefined) return null;
    const possible = arrowOffer(schedule, start, target).meanings.filter((m) => m.refusal === null);
    const meaning = chance.of(possible);
    return meaning === undefined ? null : addArrow(start, meaning.does, target.id);
  }),
  remove,
  onNode(({ id }, _, schedule) => renameNode(id, freeIdentifier(`${id}_x`, takenNames(schedule)))),
  onFunction((name, _, __, schedule) =>
    renameFunction(name, freeIdentifier(`${name}_f`, takenNames(schedule))),
  ),
  onNode(({ id }, chance) => setNodeFields(id, { label: `label ${chance.below(9)}` })),
  onNode((node, chance) =>
    node.kind === 'loopingCall' ? setNodeFields(node.id, { interval: 1 + chance.below(9) }) : null,
  ),
  onNode(({ id }, chance, schedule) => {
    const service = chance.of(schedule.nodes.filter(({ kind }) => kind === 'service'));
    return setService(id, chance.next() < 0.5 ? (service?.id ?? null) : null);
  }),
  onNode((node, chance) =>
    'chain' in node
      ? addLink(node.id, chance.of(['callback', 'errback', 'both'] as const) ?? 'both')
      : null,
  ),
  onNode((node) => ('chain' in node ? addTimeout(node.id, 3) : null)),
  onNode((node, chance) => {
    const { length } = chainOf(node);
    return length === 0 ? null : moveLink(node.id, chance.below(length), chance.below(length));
  }),
  onNode((node, chance) => {
    const { length } = chainOf(node);
    return length === 0 ? null : removeLink(node.id, chance.below(length));
  }),
  onFunction((name, steps, chance) =>
    addStep(name, { do: 'log', text: 'x' }, chance.below(steps + 1)),
  ),
  onFunction((name, steps, chance) => moveStep(name, chance.below(steps), chance.below(steps))),
  onFunction((name, steps, chance) => removeStep(name, chance.below(steps))),
  (_, chance) => setDocumentFields({ seed: chance.below(9) }),
  (schedule, chance, clipboard) => {
    clipboard.held = copyNodes(
      schedule,
      chance
        .some(schedule.nodes)
        .slice(0, 4)
        .map(({ id }) => id),
    );
    return null;
  },
  (schedule, chance, { held }) => {
    if (held === null || schedule.nodes.length > MANY_NODES) return null;
    const parsed = parseFragmentText(fragmentText(held));
    if (!parsed.ok) throw new Error(parsed.why);
    return pasteAt(schedule, parsed.fragment, chance.next() < 0.5 ? chance.place() : null).edit;
  },
  (schedule, chance) => {
    if (schedule.nodes.length > MANY_NODES) return null;
    return duplicateBeside(
      schedule,
      chance
        .some(schedule.nodes)
        .slice(0, 2)
        .map(({ id }) => id),
    ).edit;
  },
  (schedule, chance) => {
    const node = chance.of(schedule.nodes);
    if (node === undefined || schedule.nodes.length > MANY_NODES) return null;
    return duplicateTo(schedule, new Map([[node.id, chance.place()]]))?.edit ?? null;
  },
];

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
    for (let gesture = 0; gesture < GESTURES; gesture += 1) {
      if (chance.next() < 0.15) {
        history = travelled(history, chance);
      } else {
        const edit = chance.of(GESTURES_OF)?.(history.schedule, chance, clipboard) ?? null;
        const result = edit === null ? null : edited(history, edit, gesture * 400);
        if (result?.ok === true && result.history !== history) {
          history = result.history;
          made += 1;
        }
      }
      toFlow(history.schedule, NOTHING, NOWHERE);
    }
    // Most gestures do something: else this would show nothing.
    expect(made).toBeGreaterThan(GESTURES / 5);
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
