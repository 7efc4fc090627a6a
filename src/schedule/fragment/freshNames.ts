import { freeIdentifier } from '#schedule/identifier.ts';
import { takenNames } from '#schedule/places.ts';
import type { NodeKind, Schedule } from '#schedule/schema.ts';

/** Gives out names that nothing in a schedule has yet. */
export interface FreshNames {
  /**
   * A name for each of these: the one that it has where that is free, else one like it (`poll_2`).
   * `kind` null: it is a function. Names that were given out are taken then.
   */
  take(wanted: readonly WantedName[]): ReadonlyMap<string, string>;
}

/** A name that something would like to keep. */
export interface WantedName {
  readonly name: string;
  readonly kind: NodeKind | null;
}

/** The names that are free beside a schedule; `reserved` are left to others unless they want them. */
export function freshNames(schedule: Schedule, reserved: Iterable<string>): FreshNames {
  const taken = takenNames(schedule);
  for (const { id, kind } of schedule.nodes) {
    for (const method of methodsOf(id, kind)) taken.add(method);
  }
  const avoided = new Set([...taken, ...reserved]);
  const claim = (name: string, kind: NodeKind | null): void => {
    for (const one of [name, ...methodsOf(name, kind)]) {
      taken.add(one);
      avoided.add(one);
    }
  };
  const clashes = (name: string, kind: NodeKind | null, names: ReadonlySet<string>): boolean =>
    [name, ...methodsOf(name, kind)].some((one) => names.has(one));

  return {
    take(wanted) {
      const given = new Map<string, string>();
      const others: WantedName[] = [];
      for (const entry of wanted) {
        if (clashes(entry.name, entry.kind, taken)) {
          others.push(entry);
        } else {
          given.set(entry.name, entry.name);
          claim(entry.name, entry.kind);
        }
      }
      for (const { name, kind } of others) {
        let free = freeIdentifier(name, avoided);
        while (clashes(free, kind, avoided)) {
          avoided.add(free);
          free = freeIdentifier(name, avoided);
        }
        given.set(name, free);
        claim(free, kind);
      }
      return given;
    },
  };
}

/** The methods of the exported class that a node has beside its name. */
function methodsOf(name: string, kind: NodeKind | null): readonly string[] {
  if (kind === null) return [];
  return kind === 'service' ? [`start_${name}`, `stop_${name}`] : [`start_${name}`];
}
