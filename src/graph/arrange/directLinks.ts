import type { BoxLink, DirectedLink } from './box.ts';

/** What an arrow counts that begins something, one that ends something, and one that has to go back. */
const STRONG = 3;
const WEAK = 1;
const BACK = 0.5;

/**
 * Gives each arrow a direction from left to right, so that none of them go in a circle. Arrows back
 * to what came before are turned, and of all others only weak ones. The earlier ids are the ones
 * to begin at. Several arrows between the same two boxes are one of their common weight.
 */
export function directLinks(
  ids: readonly string[],
  links: readonly BoxLink[],
): readonly DirectedLink[] {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  const merged = new Map<string, DirectedLink>();
  const add = (link: BoxLink, back: boolean): void => {
    const { source, target, sourceY, targetY, weak } = link;
    const [left, right] = back ? [target, source] : [source, target];
    const key = `${left} ${right}`;
    const before = merged.get(key);
    const weight = back ? BACK : weak ? WEAK : STRONG;
    if (before === undefined) next.get(left)?.push(right);
    // The heaviest one says where the two are to meet.
    const [leftY, rightY] = back ? [targetY, sourceY] : [sourceY, targetY];
    const leads = before === undefined || weight > before.weight;
    merged.set(key, {
      left,
      right,
      leftY: leads ? leftY : before.leftY,
      rightY: leads ? rightY : before.rightY,
      weight: weight + (before?.weight ?? 0),
    });
  };

  const strong = links.filter(({ weak }) => !weak);
  const backwards = backLinks(ids, strong);
  for (const link of strong) add(link, backwards.has(link));
  for (const link of links) if (link.weak) add(link, leadsTo(next, link.target, link.source));
  return [...merged.values()];
}

/** The links that lead back to a box from which they were come to. */
function backLinks(ids: readonly string[], links: readonly BoxLink[]): ReadonlySet<BoxLink> {
  const from = new Map<string, BoxLink[]>(ids.map((id) => [id, []]));
  const ends = new Set<string>();
  for (const link of links) {
    from.get(link.source)?.push(link);
    ends.add(link.target);
  }
  const back = new Set<BoxLink>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (root: string): void => {
    if (state.has(root)) return;
    // A stack of its own: a chain of arrows may be longer than the engine's.
    const stack = [{ id: root, at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const link = from.get(top.id)?.[top.at];
      top.at += 1;
      if (link === undefined) {
        state.set(top.id, 'done');
        stack.pop();
        continue;
      }
      const known = state.get(link.target);
      if (known === 'open') back.add(link);
      if (known !== undefined) continue;
      state.set(link.target, 'open');
      stack.push({ id: link.target, at: 0 });
    }
  };
  // First where nothing leads to: a circle is entered where it is entered in the program.
  for (const id of ids) if (!ends.has(id)) visit(id);
  for (const id of ids) visit(id);
  return back;
}

function leadsTo(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  // A set that grows while it is walked through.
  for (const id of seen) {
    if (id === to) return true;
    for (const other of next.get(id) ?? []) seen.add(other);
  }
  return false;
}
