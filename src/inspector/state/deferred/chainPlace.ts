import type { Seconds } from '#base/units.ts';
import type { DeferredState, EnteredFunction } from '#trace/instanceState.ts';
import type { TraceLink } from '#trace/traceHeader.ts';

/** A line of the picture of a chain: a link, or the value between two links. */
export type ChainLine =
  | {
      readonly is: 'link';
      readonly number: number;
      readonly callback: string | null;
      readonly errback: string | null;
      /** The limit in virtual seconds, where the link is a timeout; else null. */
      readonly timeout: Seconds | null;
      /** Behind the value, at work on it, or before it. */
      readonly state: 'passed' | 'running' | 'ahead';
    }
  | { readonly is: 'value' };

/** The links of a chain with the value at its place among them; without it before the Deferred has fired. */
export function chainLines(
  links: readonly TraceLink[],
  deferred: DeferredState,
  inside: readonly EnteredFunction[],
): readonly ChainLine[] {
  // The value of a chain that is at its end stands behind the last link.
  const place = Math.min(deferred.place, links.length);
  const running = new Set(inside.map(({ link }) => link));
  const lines: ChainLine[] = links.map(({ callback, errback, timeout }, index) => ({
    is: 'link',
    number: index + 1,
    callback,
    errback,
    timeout,
    state: running.has(index) ? 'running' : deferred.called && index < place ? 'passed' : 'ahead',
  }));
  if (deferred.called) lines.splice(place, 0, { is: 'value' });
  return lines;
}
