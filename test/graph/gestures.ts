import { arrange } from '#graph/arrange/arrange.ts';
import { alignEdit, arrangeEdit } from '#graph/edits/alignEdits.ts';
import { arrowOffer } from '#graph/edits/arrowOffer.ts';
import { arrowStarts, startOfArrow } from '#graph/edits/arrowStarts.ts';
import { composeEdits } from '#graph/edits/composeEdits.ts';
import { retargetOffer } from '#graph/edits/retargetOffer.ts';
import { addArrow } from '#graph/edits/connectEdits.ts';
import { moveEdit } from '#graph/edits/moveEdit.ts';
import { duplicateBeside, duplicateTo, pasteAt } from '#graph/edits/pasteEdits.ts';
import { removeSelection } from '#graph/edits/removeSelection.ts';
import { addNode, newNodeId } from '#schedule/addNode.ts';
import { addBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import { foldService } from '#schedule/foldEdit.ts';
import { isFolded } from '#schedule/foldedInto.ts';
import { copyForNode, extractableSteps, extractSteps } from '#schedule/functionSplits.ts';
import { canInsert, insertNode } from '#schedule/insertNode.ts';
import { nodeBreakpoints } from '#schedule/nodeBreakpoints.ts';
import { addLink, addTimeout, moveLink, removeLink } from '#schedule/chainEdits.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { deriveEdges } from '#schedule/edges.ts';
import { copyNodes } from '#schedule/fragment/copyNodes.ts';
import type { Fragment } from '#schedule/fragment/fragment.ts';
import { fragmentText } from '#schedule/fragment/fragmentText.ts';
import { parseFragmentText } from '#schedule/fragment/parseFragmentText.ts';
import { addStep, moveStep, removeStep } from '#schedule/functionEdits.ts';
import { freeIdentifier } from '#schedule/identifier.ts';
import { chainOf } from '#schedule/language.ts';
import { renameFunction, renameNode, setNodeFields, setService } from '#schedule/nodeEdits.ts';
import { placesOf, takenNames } from '#schedule/places.ts';
import type { NodeKind, Schedule, ScheduleNode } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

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
/** Larger ones would only make each gesture slower. */
const MANY_NODES = 30;

/** Numbers that follow from a seed. */
export class Chance {
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

export interface Clipboard {
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

/** Fills the clipboard, and edits nothing. */
export const copying: Gesture = (schedule, chance, clipboard) => {
  clipboard.held = copyNodes(
    schedule,
    chance
      .some(schedule.nodes)
      .slice(0, 4)
      .map(({ id }) => id),
  );
  return null;
};

/** All gestures, each as likely as the others. */
export const GESTURES: readonly Gesture[] = [
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
  copying,
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
  (schedule, chance) => {
    const kind = chance.of(KINDS) ?? 'deferred';
    const edge = chance.of(deriveEdges(schedule).filter((arrow) => canInsert(arrow, kind)));
    if (edge === undefined) return null;
    const id = newNodeId(schedule, kind);
    const insertion = insertNode(edge, id);
    return composeEdits(insertion.label, [addNode(kind, id, chance.place()), insertion]);
  },
  (schedule, chance) => {
    const edge = chance.of(deriveEdges(schedule));
    const target = chance.of(schedule.nodes);
    if (edge === undefined || target === undefined) return null;
    const { likeliest } = retargetOffer(schedule, edge, target);
    return likeliest === null ? null : addArrow(startOfArrow(edge), likeliest, target.id, edge);
  },
  (schedule, chance) => {
    // It takes longer than all others together.
    if (chance.next() < 0.9) return null;
    const all = chance.next() < 0.5;
    const ids = chance.some(schedule.nodes).map(({ id }) => id);
    const places = arrange(schedule, all ? 'all' : new Set(ids));
    return places.size === 0 ? null : arrangeEdit(places, 'arrange');
  },
  (schedule, chance) =>
    alignEdit(
      schedule,
      chance.some(schedule.nodes).map(({ id }) => id),
      chance.of(['left', 'middle'] as const) ?? 'left',
    ),
  onNode((node, chance) => {
    const offer = chance.of(nodeBreakpoints(node));
    return offer === undefined ? null : addBreakpoint(offer.breakpoint);
  }),
  ({ breakpoints }, chance) =>
    breakpoints.length === 0 ? null : removeBreakpoints([chance.below(breakpoints.length)]),
  (schedule, chance) => {
    const service = chance.of(schedule.nodes.filter(({ kind }) => kind === 'service'));
    return service === undefined ? null : foldService(service.id, !isFolded(service));
  },
  onNode((node, chance) => {
    const place = chance.of(placesOf(node));
    return place === undefined ? null : copyForNode(node.id, place.function);
  }),
  onNode((node, chance, schedule) => {
    const place = chance.of(placesOf(node))?.place;
    if (place === undefined) return null;
    const step = chance.of(extractableSteps(schedule, node.id, place));
    return step === undefined ? null : extractSteps(node.id, place, step);
  }),
];
