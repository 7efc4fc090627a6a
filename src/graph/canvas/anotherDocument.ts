import type { Schedule } from '#schedule/schema.ts';

/**
 * Whether a schedule is another document than the one before it, and not an edit of it: nothing
 * is left of what was there. A view that showed all of the old one should show all of this one.
 */
export function isAnotherDocument(before: Schedule, after: Schedule): boolean {
  if (before.nodes === after.nodes || before.functions === after.functions) return false;
  if (before.nodes.length === 0 && after.nodes.length <= 1) return false;
  const known = new Set<unknown>([...before.nodes, ...Object.values(before.functions)]);
  const parts: unknown[] = [...after.nodes, ...Object.values(after.functions)];
  return after.nodes.length > 0 && !parts.some((part) => known.has(part));
}
