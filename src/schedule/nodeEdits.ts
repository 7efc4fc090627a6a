import { t } from '#words/words.ts';

import { freeIdentifier } from './identifier.ts';
import {
  namesNode,
  ownFunction,
  ownFunctionField,
  referencesOf,
  type OwnFunctionField,
} from './language.ts';
import { linkSides, placesOf, takenNames, usersOf } from './places.ts';
import { requireFunction, requireNode, type ScheduleEdit } from './scheduleEdit.ts';
import type { Duration, Schedule, ScheduleNode } from './schema.ts';
import { dropLanes, renameLane } from './timelineEdits.ts';

/**
 * Removes nodes, with what cannot be without them (the guarded calls of a semaphore, the gets of a
 * queue), the steps, lists, breakpoints and lanes that name them, and the functions that nothing else
 * calls then.
 */
export function removeNodes(ids: readonly string[]): ScheduleEdit {
  return {
    label:
      ids.length === 1
        ? t('delete {{name}}', { name: ids[0] ?? '' })
        : t('delete {{number}} nodes', { number: ids.length }),
    apply(draft) {
      const gone = withDependents(draft, ids);
      const theirs = draft.nodes
        .filter((node) => gone.has(node.id))
        .flatMap((node) => placesOf(node).map((entry) => entry.function));
      draft.nodes = draft.nodes.filter((node) => !gone.has(node.id));
      for (const node of draft.nodes) {
        if (node.kind === 'deferredList') {
          node.members = node.members.filter((member) => !gone.has(member));
        }
        if (node.service !== undefined && gone.has(node.service)) leaveService(node);
      }
      for (const definition of Object.values(draft.functions)) {
        definition.steps = definition.steps.filter(
          (step) => !(namesNode(step) && gone.has(step.node)),
        );
      }
      draft.breakpoints = draft.breakpoints.filter(
        ({ node }) => node === undefined || !gone.has(node),
      );
      dropLanes(draft, gone);
      removeUnused(draft, theirs);
    },
  };
}

/** These nodes and those whose semaphore or queue is among them. */
export function withDependents(schedule: Schedule, ids: readonly string[]): ReadonlySet<string> {
  const gone = new Set(ids);
  for (const node of schedule.nodes) {
    const needs = referencesOf(node).filter(({ as }) => as === 'semaphore' || as === 'queue');
    if (needs.some((reference) => gone.has(reference.node))) gone.add(node.id);
  }
  return gone;
}

/** What has started with its service starts with the program then. */
function leaveService(node: ScheduleNode): void {
  delete node.service;
  if (node.starts === 'service') node.starts = 'program';
}

/** Removes those of the named functions that no node calls. */
export function removeUnused(draft: Schedule, names: Iterable<string>): void {
  for (const name of new Set(names)) {
    if (usersOf(draft, name).length === 0) delete draft.functions[name];
  }
}

/** Gives a node another id; all that names it follows. The new id must be free and legal. */
export function renameNode(id: string, to: string): ScheduleEdit {
  return {
    label: t('rename {{name}} to {{to}}', { name: id, to }),
    apply(draft) {
      requireNode(draft, id).id = to;
      for (const node of draft.nodes) {
        if (node.service === id) node.service = to;
        if (node.kind === 'guarded' && node.semaphore === id) node.semaphore = to;
        if (node.kind === 'queueGet' && node.queue === id) node.queue = to;
        if (node.kind === 'deferredList') {
          node.members = node.members.map((member) => (member === id ? to : member));
        }
      }
      for (const definition of Object.values(draft.functions)) {
        for (const step of definition.steps) {
          if (namesNode(step) && step.node === id) step.node = to;
        }
      }
      for (const breakpoint of draft.breakpoints) {
        if (breakpoint.node === id) breakpoint.node = to;
      }
      renameLane(draft, id, to);
    },
  };
}

/** Gives a function another name, which must be free; every node and link that calls it follows. */
export function renameFunction(name: string, to: string): ScheduleEdit {
  return {
    label: t('rename {{name}} to {{to}}', { name, to }),
    fault: (schedule) =>
      to !== name && takenNames(schedule).has(to)
        ? {
            path: ['functions', name],
            message: t('must be unique, but {{to}} is there already: choose another name', { to }),
          }
        : null,
    apply(draft) {
      requireFunction(draft, name);
      // Built anew so that the function keeps its place: the order of definitions is seen in the export.
      draft.functions = Object.fromEntries(
        Object.entries(draft.functions).map(([key, value]) => [key === name ? to : key, value]),
      );
      for (const node of draft.nodes) {
        const field = ownFunctionField(node.kind);
        if (field !== null && ownFunction(node) === name) Reflect.set(node, field, to);
        for (const link of 'chain' in node ? node.chain : []) {
          for (const [side, called] of linkSides(link)) if (called === name) link[side] = to;
        }
      }
    },
  };
}

/** The fields of a node that an inspector sets by name; `undefined` removes an optional one. */
export interface NodeFields {
  label?: string | undefined;
  starts?: ScheduleNode['starts'];
  delay?: Duration;
  interval?: number;
  now?: boolean;
  withCount?: boolean;
  members?: string[];
  startMembers?: boolean;
  fireOnOneCallback?: boolean;
  fireOnOneErrback?: boolean;
  consumeErrors?: boolean;
  gather?: boolean;
  count?: number | undefined;
  tokens?: number;
  semaphore?: string;
  size?: number | undefined;
  backlog?: number | undefined;
  queue?: string;
  at?: number[];
}

/** Sets fields of a node. Each must belong to the node's kind: the document's schema is checked after. */
export function setNodeFields(id: string, fields: NodeFields): ScheduleEdit {
  const names = Object.keys(fields).join(', ');
  return {
    label: t('set {{names}} of {{id}}', { names, id }),
    mergeKey: `fields/${id}/${names}`,
    apply(draft) {
      const node: object = requireNode(draft, id);
      for (const [key, value] of Object.entries(fields)) {
        if (value === undefined) Reflect.deleteProperty(node, key);
        else Reflect.set(node, key, value);
      }
    },
  };
}

/** Puts a node into a service, or takes it out of its own (`null`); it starts with the service then. */
export function setService(id: string, service: string | null): ScheduleEdit {
  return {
    label:
      service === null
        ? t('take {{id}} out of its service', { id })
        : t('put {{id}} into {{service}}', { id, service }),
    apply(draft) {
      const node = requireNode(draft, id);
      if (service === null) leaveService(node);
      else {
        node.service = service;
        if (node.starts === 'program') node.starts = 'service';
      }
    },
  };
}

/** Lets a node call another existing function itself; null for none, where the kind allows it. */
export function setOwnFunction(id: string, name: string | null): ScheduleEdit {
  return {
    label:
      name === null
        ? t('remove the function of {{id}}', { id })
        : t('let {{id}} call {{name}}', { id, name }),
    apply(draft) {
      const node = requireNode(draft, id);
      const field = requireOwnField(node);
      const before = placesOf(node).map((entry) => entry.function);
      if (name === null) Reflect.deleteProperty(node, field);
      else Reflect.set(node, field, name);
      removeUnused(draft, before);
    },
  };
}

/** Gives a node a new, empty function to call itself; the old one goes if nothing else calls it. */
export function addOwnFunction(id: string): ScheduleEdit {
  return {
    label: t('add a function to {{id}}', { id }),
    apply(draft) {
      const node = requireNode(draft, id);
      const before = placesOf(node).map((entry) => entry.function);
      const name = freeIdentifier(`do_${id}`, takenNames(draft));
      draft.functions[name] = { steps: [] };
      Reflect.set(node, requireOwnField(node), name);
      removeUnused(draft, before);
    },
  };
}

/** @throws Error where nodes of this kind call no function themselves. */
export function requireOwnField(node: ScheduleNode): OwnFunctionField {
  const field = ownFunctionField(node.kind);
  if (field === null) throw new Error(`${node.id} is a ${node.kind} and calls no function itself.`);
  return field;
}

/** Moves cards; positions are in the graph's coordinates. */
export function moveNodes(
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): ScheduleEdit {
  const ids = [...positions.keys()];
  return {
    label:
      ids.length === 1
        ? t('move {{name}}', { name: ids[0] ?? '' })
        : t('move {{number}} nodes', { number: ids.length }),
    mergeKey: `move/${ids.join()}`,
    apply(draft) {
      for (const node of draft.nodes) {
        const position = positions.get(node.id);
        if (position !== undefined) node.position = { x: position.x, y: position.y };
      }
    },
  };
}
