import type { TraceHeader } from './traceHeader.ts';
import { NO_LINK } from './traceHeader.ts';
import type { TraceValue } from './traceValue.ts';

/**
 * The function that a node calls at a link: its own at {@link NO_LINK}, else the one on the rail
 * that the input is on. Null where there is none.
 */
export function functionAt(
  header: TraceHeader,
  node: number,
  link: number,
  input: TraceValue | null,
): string | null {
  const found = header.nodes[node];
  if (found === undefined) return null;
  if (link === NO_LINK) return found.own;
  const sides = found.links[link];
  if (sides === undefined) return null;
  return input?.is === 'failure' ? sides.errback : sides.callback;
}
