import { chainOf, ownFunction } from '#schedule/language.ts';
import { linkSides } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';

/** Who calls a function, in words: the first few, and how many there are. */
export interface Callers {
  readonly named: readonly string[];
  readonly count: number;
}

const MOST_NAMED = 3;

/** Who calls each function. */
export function callersOf(schedule: Schedule): ReadonlyMap<string, Callers> {
  const callers = new Map<string, { named: string[]; count: number }>();
  const add = (name: string, words: string): void => {
    const found = callers.get(name) ?? { named: [], count: 0 };
    callers.set(name, found);
    found.count += 1;
    if (found.named.length < MOST_NAMED) found.named.push(words);
  };
  for (const node of schedule.nodes) {
    const own = ownFunction(node);
    if (own !== null) add(own, node.kind === 'deferred' ? `the canceller of ${node.id}` : node.id);
    for (const link of chainOf(node)) {
      for (const [side, name] of linkSides(link)) {
        add(name, side === 'both' ? `${node.id}, either way` : `the ${side} of ${node.id}`);
      }
    }
  }
  return callers;
}

/** Who calls a function, in a sentence. */
export function calledBy({ named, count }: Callers): string {
  if (count === 0) return 'Called by nothing in this schedule.';
  const others = count - named.length;
  return `Called by ${named.join('; ')}${others > 0 ? `; and ${others} more` : ''}.`;
}
