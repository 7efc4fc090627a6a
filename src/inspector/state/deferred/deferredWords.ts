import type { Tone } from '#trace/describeEvent.ts';
import type { DeferredState } from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { reprOf } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

/** What a Deferred has, in words. */
export interface DeferredWords {
  readonly tone: Tone;
  /** A sentence without its full stop. */
  readonly text: string;
  /** Its value in full; null while it has none. */
  readonly value: string | null;
}

/** Says what a Deferred has. `nameOf` names the instance that it waits for. */
export function deferredWords(
  deferred: DeferredState,
  nameOf: (other: InstanceRef) => string,
): DeferredWords {
  const { called, result, waitsOn, taken, unhandled, reported, pauses } = deferred;
  if (!called) return { tone: 'waiting', text: t('Not fired yet'), value: null };
  if (waitsOn !== null) {
    const text = t('Waits for {{name}} and goes on with its result', { name: nameOf(waitsOn) });
    return { tone: 'paused', text, value: null };
  }
  if (result === null) {
    return {
      tone: 'paused',
      text: t('A function of its chain has returned a Deferred'),
      value: null,
    };
  }
  const value = reprOf(result);
  if (pauses > 0) {
    return {
      tone: 'paused',
      text: t('Paused: its value goes no further before it is resumed'),
      value,
    };
  }
  if (taken) {
    const text = t('Its result went to the Deferred that waited for it; what is left is None');
    return { tone: 'plain', text, value };
  }
  if (unhandled) {
    const text = reported
      ? t('Unhandled: Twisted has logged the failure, for nobody can handle it any more')
      : t('Unhandled: a failure has passed the last link, and nobody waits for it');
    return { tone: 'failure', text, value };
  }
  if (result.is === 'failure')
    return { tone: 'failure', text: t('A failure, on the errback rail'), value };
  return { tone: 'result', text: t('A result, on the callback rail'), value };
}
