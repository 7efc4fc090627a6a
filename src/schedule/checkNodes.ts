import { msg, t } from '#words/words.ts';

import type { Report } from './checkSchedule.ts';
import { chainOf, givesDeferred, ownFunction, ownFunctionField, referencesOf } from './language.ts';
import { functionNamed, linkSides } from './places.ts';
import type { DocumentPath } from './problem.ts';
import type { Schedule, ScheduleNode } from './schema.ts';

type Nodes = ReadonlyMap<string, ScheduleNode>;

/** Checks the nodes: their names, the functions and the nodes that they name, circles among them. */
export function checkNodes(schedule: Schedule, nodes: Nodes, report: Report): void {
  checkNames(schedule, report);
  schedule.nodes.forEach((node, index) => {
    const path = ['nodes', index];
    checkFunctionNames(schedule, node, path, report);
    checkReferences(node, nodes, path, report);
    if (node.starts === 'service' && node.service === undefined) {
      report([...path, 'starts'], t(NO_SERVICE));
    }
    if (node.kind === 'deferToThread' && schedule.clock === 'testClock') {
      report([...path, 'kind'], t(NO_THREADS));
    }
    if (
      node.kind === 'deferredList' &&
      node.gather &&
      (node.fireOnOneCallback || node.fireOnOneErrback)
    ) {
      report([...path, 'gather'], t(GATHERS));
    }
  });
  checkCircles(schedule, nodes, report);
}

const NO_SERVICE = msg(
  'starts with its service, but it belongs to none: name one in "service", or let it start with the program',
);
const NO_THREADS = msg(
  'cannot be used on a test clock, which has no threads: set clock to "reactor", or use a deferLater',
);
const GATHERS = msg(
  'stands for gatherResults, which always fires on one errback and never on one callback: remove fireOnOneCallback and fireOnOneErrback',
);

/** Ids and function names are attributes of one class, which also has a method `start_ID` for each node. */
function checkNames(schedule: Schedule, report: Report): void {
  const ids = new Set<string>();
  const taken = new Set([
    ...schedule.nodes.map(({ id }) => id),
    ...Object.keys(schedule.functions),
  ]);
  schedule.nodes.forEach(({ id, kind }, index) => {
    const path = ['nodes', index, 'id'];
    if (ids.has(id)) {
      report(path, t('must be unique, but another node is called {{id}}: rename one', { id }));
    } else if (functionNamed(schedule, id) !== null) {
      report(path, t('must be unique, but a function is called {{id}}: rename one', { id }));
    }
    ids.add(id);
    const methods = kind === 'service' ? [`start_${id}`, `stop_${id}`] : [`start_${id}`];
    for (const method of methods) {
      if (!taken.has(method)) continue;
      report(
        path,
        t(
          'needs the method {{method}} in the export, but something is called {{method}} already: rename one',
          { method },
        ),
      );
    }
  });
}

function checkFunctionNames(
  schedule: Schedule,
  node: ScheduleNode,
  path: DocumentPath,
  report: Report,
): void {
  const check = (at: DocumentPath, name: string): void => {
    if (functionNamed(schedule, name) !== null) return;
    report(
      at,
      t('names the function {{name}}, which does not exist: add it or name another', { name }),
    );
  };
  const field = ownFunctionField(node.kind);
  const own = ownFunction(node);
  if (field !== null && own !== null) check([...path, field], own);
  chainOf(node).forEach((link, at) => {
    for (const [side, name] of linkSides(link)) check([...path, 'chain', at, side], name);
  });
}

function checkReferences(
  node: ScheduleNode,
  nodes: Nodes,
  path: DocumentPath,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const reference of referencesOf(node)) {
    const at = [...path, ...reference.path];
    const target = nodes.get(reference.node);
    if (target === undefined) {
      report(
        at,
        t('names the node {{node}}, which does not exist: add it or name another', {
          node: reference.node,
        }),
      );
      continue;
    }
    if (reference.as === 'member') {
      if (!givesDeferred(target.kind)) {
        report(
          at,
          t(
            '{{id}} is a {{kind}} and gives no Deferred, so no list can wait for it: name another node',
            { id: target.id, kind: target.kind },
          ),
        );
      } else if (seen.has(target.id)) {
        report(
          at,
          t('{{id}} is a member of {{list}} already: remove it here', {
            id: target.id,
            list: node.id,
          }),
        );
      }
      seen.add(target.id);
    } else if (target.kind !== reference.as) {
      report(
        at,
        t('must name a {{as}}, but {{id}} is a {{kind}}: name another node', {
          as: reference.as,
          id: target.id,
          kind: target.kind,
        }),
      );
    }
  }
}

/** Lists that wait for themselves through their members, and services that lie in each other. */
function checkCircles(schedule: Schedule, nodes: Nodes, report: Report): void {
  const members = (node: ScheduleNode): readonly string[] =>
    node.kind === 'deferredList' ? node.members : [];
  const owner = (node: ScheduleNode): readonly string[] =>
    node.kind === 'service' && node.service !== undefined ? [node.service] : [];
  const inMembers = inCircles(schedule, nodes, members);
  const inServices = inCircles(schedule, nodes, owner);
  schedule.nodes.forEach((node, index) => {
    if (inMembers.has(node.id)) {
      report(
        ['nodes', index, 'members'],
        t('{{id}} waits for itself through its members: take one of them out of the circle', {
          id: node.id,
        }),
      );
    }
    if (inServices.has(node.id)) {
      report(
        ['nodes', index, 'service'],
        t('{{id}} lies in itself through its service: name another service, or none', {
          id: node.id,
        }),
      );
    }
  });
}

/** The nodes from which the given arrows lead back to them: those in a component with a circle. */
function inCircles(
  schedule: Schedule,
  nodes: Nodes,
  next: (node: ScheduleNode) => readonly string[],
): ReadonlySet<string> {
  // What leads nowhere, or only to what leads nowhere, is in no circle: taken away until nothing changes.
  const left = new Map(schedule.nodes.map((node) => [node.id, next(node).length]));
  const before = new Map<string, string[]>();
  const done: string[] = [];
  for (const node of schedule.nodes) {
    for (const target of next(node)) {
      const sources = before.get(target) ?? [];
      sources.push(node.id);
      before.set(target, sources);
      if (!nodes.has(target)) left.set(target, 0);
    }
  }
  for (const [id, count] of left) if (count === 0) done.push(id);
  for (let id = done.pop(); id !== undefined; id = done.pop()) {
    for (const source of before.get(id) ?? []) {
      const count = (left.get(source) ?? 1) - 1;
      left.set(source, count);
      if (count === 0) done.push(source);
    }
  }
  const open = new Set([...left].filter(([, count]) => count > 0).map(([id]) => id));
  // What only leads into a circle is not in it: only what can come back to itself is.
  return new Set([...open].filter((id) => reaches(id, id, nodes, next)));
}

function reaches(
  from: string,
  to: string,
  nodes: Nodes,
  next: (node: ScheduleNode) => readonly string[],
): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    for (const target of node === undefined ? [] : next(node)) {
      if (target === to) return true;
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return false;
}
