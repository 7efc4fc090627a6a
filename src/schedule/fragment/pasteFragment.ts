import { sameJson } from '#base/sameJson.ts';
import type { GraphPosition } from '#schedule/addNode.ts';
import { callersOf } from '#schedule/checkFunctions.ts';
import { givesDeferred, mayName, namesNode, type NodeStep } from '#schedule/language.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { NodeKind, Schedule, ScheduleFunction, ScheduleNode, Step } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { Fragment } from './fragment.ts';
import { freshNames } from './freshNames.ts';
import { renamedNode } from './renamedNode.ts';

/** How a fragment is pasted. */
export interface PasteOptions {
  /** What the history calls it. */
  readonly verb: 'paste' | 'duplicate';
  /** How far the nodes stand from where they were copied, in the graph's coordinates. */
  readonly shift: GraphPosition;
  /**
   * The service that a copied node comes into which was copied without its own; null: none. Left
   * out: its own, where the schedule has it.
   */
  readonly serviceOf?: (node: ScheduleNode) => string | null;
}

/** Something that a pasted node named and that the schedule does not have. */
export type LeftOut =
  | { readonly is: 'step'; readonly function: string; readonly step: NodeStep }
  | { readonly is: 'member'; readonly list: string; readonly node: string }
  | { readonly is: 'service'; readonly node: string; readonly service: string };

/** What pasting does. */
export interface Pasting {
  readonly edit: ScheduleEdit;
  /** The ids of the new nodes. */
  readonly ids: readonly string[];
  /** What could not come along. */
  readonly leftOut: readonly LeftOut[];
}

/** A node that a name leads to once the fragment is pasted. */
interface Target {
  readonly id: string;
  readonly kind: NodeKind;
}

/**
 * Adds the nodes of a fragment to a schedule. Names that are taken get new ones, and what names
 * them within the fragment follows. A function that the schedule has already, the same in each
 * step, is shared; another one of its name comes along under a new name. What names a node that was
 * not copied goes on doing so where the schedule has one of that name which it may name, and is
 * left out otherwise.
 */
export function pasteFragment(
  schedule: Schedule,
  fragment: Fragment,
  { verb, shift, serviceOf }: PasteOptions,
): Pasting {
  const present = new Map(schedule.nodes.map((node) => [node.id, node]));
  const added = [
    ...fragment.nodes,
    ...fragment.resources.filter(({ id, kind }) => present.get(id)?.kind !== kind),
  ];
  const names = freshNames(schedule, [
    ...added.map(({ id }) => id),
    ...Object.keys(fragment.functions),
  ]);
  const ids = names.take(added.map(({ id, kind }) => ({ name: id, kind })));
  const kinds = new Map(added.map(({ id, kind }) => [id, kind]));
  const targetOf = (id: string): Target | null => {
    const renamed = ids.get(id);
    const kind = kinds.get(id);
    if (renamed !== undefined && kind !== undefined) return { id: renamed, kind };
    return present.get(id) ?? null;
  };

  const leftOut: LeftOut[] = [];
  const functions = pastedFunctions(schedule, fragment, added, targetOf);
  const called = names.take(functions.own.map(({ name }) => ({ name, kind: null })));
  for (const { name, left } of functions.all) {
    const to = called.get(name) ?? name;
    for (const step of left) leftOut.push({ is: 'step', function: to, step });
  }
  const nodes = added.map((node) => {
    const copy = renamedNode(
      node,
      (id) => ids.get(id) ?? id,
      (name) => called.get(name) ?? name,
    );
    copy.position = { x: node.position.x + shift.x, y: node.position.y + shift.y };
    if (copy.kind === 'deferredList') {
      const isMember = (id: string): boolean => givesDeferred(targetOf(id)?.kind ?? 'service');
      const gone = node.kind === 'deferredList' ? node.members.filter((id) => !isMember(id)) : [];
      copy.members = copy.members.filter((id) => !gone.includes(id));
      for (const id of gone) leftOut.push({ is: 'member', list: copy.id, node: id });
    }
    if (node.service === undefined || !ids.has(node.service)) {
      const before = node.service === undefined ? null : targetOf(node.service);
      const kept = before?.kind === 'service' ? before.id : null;
      const service = serviceOf === undefined ? kept : serviceOf(node);
      if (node.service !== undefined && service === null && serviceOf === undefined) {
        leftOut.push({ is: 'service', node: copy.id, service: node.service });
      }
      moveInto(copy, service);
    }
    return copy;
  });
  return {
    edit: {
      label: `${verb} ${whatOf(fragment)}`,
      apply(draft) {
        for (const { name, function: definition } of functions.own) {
          draft.functions[called.get(name) ?? name] = { steps: [...definition.steps] };
        }
        // New objects each time: whoever makes the draft may go on with them.
        draft.nodes.push(...nodes.map((node) => renamedNode(node, same, same)));
      },
    },
    ids: nodes.map(({ id }) => id),
    leftOut,
  };
}

function same(name: string): string {
  return name;
}

function whatOf({ nodes }: Fragment): string {
  const [first] = nodes;
  return nodes.length === 1 && first !== undefined
    ? first.id
    : t('{{count}} nodes', { count: nodes.length });
}

/** Puts a node into a service or none; it starts with it, or with the program, unless only by a step. */
function moveInto(node: ScheduleNode, service: string | null): void {
  const isOther = node.service !== (service ?? undefined);
  if (service === null) delete node.service;
  else node.service = service;
  if (service === null && node.starts === 'service') node.starts = 'program';
  if (service !== null && isOther && node.starts === 'program') node.starts = 'service';
}

/** A function of a fragment as it will be. */
interface PastedFunction {
  readonly name: string;
  readonly function: ScheduleFunction;
  /** Its steps that name what is not there. */
  readonly left: readonly NodeStep[];
}

/** The functions that the nodes call: all of them, and those that the schedule does not have yet. */
function pastedFunctions(
  schedule: Schedule,
  fragment: Fragment,
  added: ScheduleNode[],
  targetOf: (id: string) => Target | null,
): { readonly all: readonly PastedFunction[]; readonly own: readonly PastedFunction[] } {
  const called = new Set(added.flatMap((node) => placesOf(node).map((place) => place.function)));
  const here = callersOf(schedule);
  const there = callersOf({ ...schedule, nodes: added });
  /** A coroutine is called by coroutines alone. */
  const mayShare = (name: string): boolean => {
    const callers = here.get(name);
    if (callers === undefined) return true;
    return (callers.coroutine !== null) === ((there.get(name)?.coroutine ?? null) !== null);
  };
  const all = Object.entries(fragment.functions)
    .filter(([name]) => called.has(name))
    .map(([name, { steps }]): PastedFunction => {
      const left: NodeStep[] = [];
      const kept: Step[] = [];
      for (const step of steps) {
        const target = namesNode(step) ? targetOf(step.node) : null;
        if (!namesNode(step)) kept.push(step);
        else if (target !== null && fits(step, target.kind))
          kept.push({ ...step, node: target.id });
        else left.push(step);
      }
      return { name, function: { steps: kept }, left };
    });
  const own = all.filter(({ name, function: definition }) => {
    const present = functionNamed(schedule, name);
    return present === null || !mayShare(name) || !sameJson(present.steps, definition.steps);
  });
  return { all, own };
}

/** Whether a step may name a node of this kind, with the seconds that it has. */
function fits(step: NodeStep, kind: NodeKind): boolean {
  if (!mayName(step.do, kind)) return false;
  return step.do !== 'reset' || (kind === 'loopingCall') === (step.seconds === undefined);
}
