import type { DeferredState, EnteredFunction } from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import { shortRepr } from '#trace/traceValue.ts';

import type { Rail } from '#graph/layout/metrics.ts';
import { t } from '#words/words.ts';

/** The value of a Deferred on its way along the chain. */
export interface Marble {
  readonly is: 'marble';
  readonly rail: Rail;
  /** The gap that it stands in: how many links it has behind it. */
  readonly gap: number;
  /** The value, short. */
  readonly text: string;
  /** The value, as long as a tooltip may be. */
  readonly title: string;
  /** Its value went to a Deferred that waited for it; what is left is `None`. */
  readonly taken: boolean;
  /** A failure behind the last link, which nobody has handled. */
  readonly unhandled: boolean;
}

/** A chain that waits for another Deferred, in the gap behind the link that returned it. */
export interface WaitingMark {
  readonly is: 'waiting';
  readonly gap: number;
  readonly on: InstanceRef;
}

/** Longer representations are cut; the marble, which has half a card, shows what has room. */
const MAX_REPR = 24;
const MAX_TITLE = 300;

/**
 * Where the value of a Deferred stands on a card whose chain has `links` links, or what it waits
 * for; null where it has no value yet. The run may be an edit behind the card: a place beyond the
 * end of the chain is its end.
 */
export function chainMark(
  deferred: DeferredState | null,
  links: number,
): Marble | WaitingMark | null {
  if (deferred === null) return null;
  const gap = Math.min(deferred.place, links);
  if (deferred.waitsOn !== null) return { is: 'waiting', gap, on: deferred.waitsOn };
  const { called, result, taken, unhandled } = deferred;
  if (!called || result === null) return null;
  return {
    is: 'marble',
    rail: result.is === 'failure' ? 'errback' : 'callback',
    gap,
    text: taken ? t('None, taken') : shortRepr(result, MAX_REPR),
    title: shortRepr(result, MAX_TITLE),
    taken,
    unhandled,
  };
}

/** The place of a card whose function is running. */
export type RunningPlace =
  | { readonly at: 'own' }
  | { readonly at: 'link'; readonly link: number; readonly rail: Rail };

/** The innermost function that an instance is inside of, or null. */
export function runningPlace(inside: readonly EnteredFunction[]): RunningPlace | null {
  const innermost = inside.at(-1);
  if (innermost === undefined) return null;
  const { link, input } = innermost;
  if (link === NO_LINK) return { at: 'own' };
  return { at: 'link', link, rail: input?.is === 'failure' ? 'errback' : 'callback' };
}
