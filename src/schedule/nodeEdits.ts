import { freeIdentifier } from './identifier.ts';
import { namesNode, ownFunctionField } from './language.ts';
import { linkSides, placesOf, takenNames, usersOf } from './places.ts';
import { requireFunction, requireNode, type ScheduleEdit } from './scheduleEdit.ts';
import type { NodeKind, Schedule, ScheduleNode } from './schema.ts';

/** The id stem that a new node of a kind gets, and the verb stem of its function. */
const STEMS: Readonly<Record<NodeKind, string>> = {
  callLater: 'later',
  deferLater: 'wait',
  loopingCall: 'loop',
  deferred: 'result',
};

/** The id that {@link addNode} would give to a node of this kind now. */
export function newNodeId(schedule: Schedule, kind: NodeKind): string {
  return freeIdentifier(STEMS[kind] === 'result' ? 'answer' : STEMS[kind], takenNames(schedule));
}

/**
 * Adds a node with a function of its own, so that it can be given steps at once. `position` is in
 * the graph's coordinates. `id` must be free: see {@link newNodeId}.
 */
export function addNode(
  kind: NodeKind,
  id: string,
  position: { readonly x: number; readonly y: number },
  starts: ScheduleNode['starts'] = 'program',
): ScheduleEdit {
  return {
    label: `add ${id}`,
    apply(draft) {
      const common = { id, position: { x: position.x, y: position.y }, starts };
      const call = (): string => {
        const name = freeIdentifier(`do_${id}`, takenNames(draft));
        draft.functions[name] = { steps: [] };
        return name;
      };
      switch (kind) {
        case 'callLater':
          draft.nodes.push({ kind, ...common, delay: 1, call: call() });
          break;
        case 'deferLater':
          draft.nodes.push({ kind, ...common, delay: 1, call: call(), chain: [] });
          break;
        case 'loopingCall':
          draft.nodes.push({
            kind,
            ...common,
            interval: 1,
            now: true,
            withCount: false,
            call: call(),
            chain: [],
          });
          break;
        case 'deferred':
          draft.nodes.push({ kind, ...common, chain: [] });
          break;
      }
    },
  };
}

/**
 * Removes nodes, the steps that name them, and the functions that nothing else calls then: what
 * only they used goes with them.
 */
export function removeNodes(ids: readonly string[]): ScheduleEdit {
  return {
    label: ids.length === 1 ? `delete ${ids[0]}` : `delete ${ids.length} nodes`,
    apply(draft) {
      const gone = new Set(ids);
      const theirs = draft.nodes
        .filter((node) => gone.has(node.id))
        .flatMap((node) => placesOf(node).map((entry) => entry.function));
      draft.nodes = draft.nodes.filter((node) => !gone.has(node.id));
      for (const definition of Object.values(draft.functions)) {
        definition.steps = definition.steps.filter(
          (step) => !(namesNode(step) && gone.has(step.node)),
        );
      }
      removeUnused(draft, theirs);
    },
  };
}

/** Removes those of the named functions that no node calls. */
export function removeUnused(draft: Schedule, names: Iterable<string>): void {
  for (const name of new Set(names)) {
    if (usersOf(draft, name).length === 0) delete draft.functions[name];
  }
}

/** Gives a node another id; every step that names it follows. The new id must be free and legal. */
export function renameNode(id: string, to: string): ScheduleEdit {
  return {
    label: `rename ${id} to ${to}`,
    apply(draft) {
      requireNode(draft, id).id = to;
      for (const definition of Object.values(draft.functions)) {
        for (const step of definition.steps) {
          if (namesNode(step) && step.node === id) step.node = to;
        }
      }
    },
  };
}

/** Gives a function another name, which must be free; every node and link that calls it follows. */
export function renameFunction(name: string, to: string): ScheduleEdit {
  return {
    label: `rename ${name} to ${to}`,
    fault: (schedule) =>
      to !== name && takenNames(schedule).has(to)
        ? {
            severity: 'error',
            path: ['functions', name],
            message: `must be unique, but ${to} is there already: choose another name`,
          }
        : null,
    apply(draft) {
      requireFunction(draft, name);
      // Built anew so that the function keeps its place: the order of definitions is seen in the export.
      draft.functions = Object.fromEntries(
        Object.entries(draft.functions).map(([key, value]) => [key === name ? to : key, value]),
      );
      for (const node of draft.nodes) {
        if (node.kind === 'deferred') {
          if (node.canceller === name) node.canceller = to;
        } else if (node.call === name) node.call = to;
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
  delay?: number;
  interval?: number;
  now?: boolean;
  withCount?: boolean;
}

/** Sets fields of a node. Each must belong to the node's kind: the document's schema is checked after. */
export function setNodeFields(id: string, fields: NodeFields): ScheduleEdit {
  const names = Object.keys(fields).join(', ');
  return {
    label: `set ${names} of ${id}`,
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

/** Lets a node call another existing function itself; null for none, where the kind allows it. */
export function setOwnFunction(id: string, name: string | null): ScheduleEdit {
  return {
    label: name === null ? `remove the function of ${id}` : `let ${id} call ${name}`,
    apply(draft) {
      const node = requireNode(draft, id);
      const field = ownFunctionField(node.kind);
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
    label: `add a function to ${id}`,
    apply(draft) {
      const node = requireNode(draft, id);
      const before = placesOf(node).map((entry) => entry.function);
      const name = freeIdentifier(`do_${id}`, takenNames(draft));
      draft.functions[name] = { steps: [] };
      Reflect.set(node, ownFunctionField(node.kind), name);
      removeUnused(draft, before);
    },
  };
}

/** Moves cards; positions are in the graph's coordinates. */
export function moveNodes(
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): ScheduleEdit {
  const ids = [...positions.keys()];
  return {
    label: ids.length === 1 ? `move ${ids[0]}` : `move ${ids.length} nodes`,
    mergeKey: `move/${ids.join()}`,
    apply(draft) {
      for (const node of draft.nodes) {
        const position = positions.get(node.id);
        if (position !== undefined) node.position = { x: position.x, y: position.y };
      }
    },
  };
}
