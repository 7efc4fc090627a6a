import { isResource, namesNode } from '#schedule/language.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

/**
 * The nodes that something may start, from those that start with the program on: by a step of a
 * function that a live node calls, by a live list, with a live service. Conditions of steps are taken
 * to hold.
 */
export function liveNodes(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
): ReadonlySet<string> {
  const members = new Map<string, string[]>();
  for (const { id, service, starts } of schedule.nodes) {
    if (service === undefined || starts !== 'service') continue;
    members.set(service, [...(members.get(service) ?? []), id]);
  }
  const live = new Set<string>();
  const open: string[] = [];
  const start = (id: string): void => {
    if (live.has(id)) return;
    live.add(id);
    open.push(id);
  };
  for (const { id, kind, starts } of schedule.nodes) {
    if (starts === 'program' || isResource(kind)) start(id);
  }
  const called = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    if (node.kind === 'deferredList' && node.startMembers) node.members.forEach(start);
    if (node.kind === 'service') members.get(id)?.forEach(start);
    for (const { function: name } of placesOf(node)) {
      if (called.has(name)) continue;
      called.add(name);
      for (const step of functionNamed(schedule, name)?.steps ?? []) {
        if (namesNode(step) && startsNode(step)) start(step.node);
      }
    }
  }
  return live;
}

/** Whether a step starts the node that it names. */
export function startsNode(step: Step): boolean {
  return step.do === 'start' || ('start' in step && step.start === true);
}
