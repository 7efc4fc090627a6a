import { referencesOf } from '#schedule/language.ts';
import { placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';

import { FRAGMENT_FORMAT, FRAGMENT_VERSION, type Fragment } from './fragment.ts';

/**
 * Copies nodes, with the members of services among them and the functions that they call. Nothing
 * of the run's view, such as breakpoints and lanes, is copied.
 */
export function copyNodes(schedule: Schedule, ids: Iterable<string>): Fragment {
  const copied = withMembers(schedule, ids);
  const nodes = schedule.nodes.filter(({ id }) => copied.has(id));
  const called = new Set(nodes.flatMap((node) => placesOf(node).map((entry) => entry.function)));
  const needed = new Set(nodes.flatMap(neededBy).filter((id) => !copied.has(id)));
  return {
    format: FRAGMENT_FORMAT,
    version: FRAGMENT_VERSION,
    functions: Object.fromEntries(
      Object.entries(schedule.functions).filter(([name]) => called.has(name)),
    ),
    nodes,
    resources: schedule.nodes.filter(({ id }) => needed.has(id)),
  };
}

/** A whole schedule as something to paste. */
export function copySchedule(schedule: Schedule): Fragment {
  return copyNodes(
    schedule,
    schedule.nodes.map(({ id }) => id),
  );
}

/** These nodes and all that lies in services among them. */
export function withMembers(schedule: Schedule, ids: Iterable<string>): ReadonlySet<string> {
  const members = new Map<string, string[]>();
  for (const { id, service } of schedule.nodes) {
    if (service === undefined) continue;
    const list = members.get(service) ?? [];
    list.push(id);
    members.set(service, list);
  }
  const found = new Set(ids);
  // A set hands on what is added while it is walked.
  for (const id of found) for (const member of members.get(id) ?? []) found.add(member);
  return found;
}

function neededBy(node: ScheduleNode): readonly string[] {
  return referencesOf(node)
    .filter(({ as }) => as === 'semaphore' || as === 'queue')
    .map((reference) => reference.node);
}
