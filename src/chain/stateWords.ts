import { t } from '#words/words.ts';

import { railOf, type ChainPicture, type LinkState } from '#explain/chainPicture.ts';

/** How a side of a link stands, in a word or two. `isOtherSide`: the value went by on the other rail. */
export function linkStateWords(state: LinkState, asked: boolean, isOtherSide: boolean): string {
  if (isOtherSide) return t('not asked');
  switch (state) {
    case 'ahead':
      return t('not yet');
    case 'running':
      return t('runs');
    case 'waiting':
      return t('returned a Deferred');
    case 'ran':
      return asked ? t('was called') : t('not asked');
    case 'passed':
      return t('passed');
  }
}

/** How a chain stands now, in a sentence without its full stop. */
export function presentWords(chain: ChainPicture): string {
  const { called, result, pauses, taken, unhandled, reported, cancelled, links, place } = chain;
  if (!called) return cancelled ? t('Cancelled, and not fired yet') : t('Not fired yet');
  if (links.some(({ state }) => state === 'running'))
    return t('A function of the chain is at work');
  if (result === null) return t('Waits for another Deferred');
  if (pauses > 0) return t('Paused: the value goes no further');
  if (taken) return t('The result was handed over: None is left');
  if (reported) return t('Unhandled, and logged by Twisted');
  if (unhandled) return t('A failure that nobody has handled so far');
  if (place < links.length) return t('On its way');
  return railOf(result) === 'errback'
    ? t('A failure at the end of the chain')
    : t('A result at the end of the chain');
}
