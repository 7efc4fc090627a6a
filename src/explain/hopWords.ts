import { instanceName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { functionAt } from '#trace/functionAt.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

import { railOf, type ChainPicture, type Rail } from './chainPicture.ts';
import type { RuleName } from './rules.ts';
import { shownValue } from './shownValue.ts';

/** What happened in a chain and why, in a sentence; names and values stand between backticks. */
export interface HopWords {
  readonly text: string;
  readonly rule: RuleName;
}

/** Says what an event of a chain was, and why it came to it. */
export function hopWords(trace: Trace, chain: ChainPicture, sequence: number): HopWords {
  const event = trace.eventAt(sequence);
  const value = shownValue(event.value ?? NONE);
  switch (event.kind) {
    case 'fired':
      return {
        text: t('It fires with `{{value}}`: its callbacks are next.', { value }),
        rule: 'atOnce',
      };
    case 'failed':
      return {
        text: t('It fails with `{{value}}`: its errbacks are next.', { value }),
        rule: 'rails',
      };
    case 'entered':
      return entered(trace, event);
    case 'returned':
      return returned(trace, chain, event);
    case 'raised':
      return raised(trace, chain, event);
    case 'returnedDeferred':
      return {
        text: t('`{{name}}` returned the Deferred of `{{other}}`.', {
          name: nameOf(trace, event),
          other: otherName(trace, chain, event),
        }),
        rule: 'waits',
      };
    case 'waits':
      return {
        text: t('The chain waits until `{{other}}` has a result.', {
          other: otherName(trace, chain, event),
        }),
        rule: 'waits',
      };
    case 'resumed':
      return { text: resumedWords(waitedFor(trace, chain, sequence), value), rule: 'taken' };
    case 'passed':
      return passed(chain, event, value);
    case 'became':
      return became(event, value);
    case 'taken':
      return {
        text: t('Its result went to a Deferred that waited for it; what is left is `None`.'),
        rule: 'taken',
      };
    case 'cancelled':
      return { text: t('`cancel()` was called on it.'), rule: 'cancel' };
    case 'unhandled':
      return {
        text: t('The failure has passed the last link, and nobody waits for it.'),
        rule: 'unhandled',
      };
    case 'handled':
      return { text: t('The failure is handled after all.'), rule: 'unhandled' };
    case 'reported':
      return {
        text: t('Nothing holds the Deferred any more: Twisted logs the unhandled error.'),
        rule: 'unhandled',
      };
    case 'pauseCalled':
      return { text: t('`pause()` was called on it: its value goes no further.'), rule: 'pause' };
    case 'resumeCalled':
      return { text: t('`unpause()` was called on it.'), rule: 'pause' };
    case 'timeoutSet':
      return {
        text: t('A timer is set: it will cancel the Deferred at {{time}} s.', {
          time: formatTime(event.number ?? 0),
        }),
        rule: 'timeout',
      };
    case 'timeoutCleared':
      return { text: t('It is done in time: the timer is taken back.'), rule: 'timeout' };
    case 'timedOut':
      return { text: t('The time is up: the timer cancels the Deferred.'), rule: 'timeout' };
    default:
      throw new Error(`No chain has an event ${event.kind}.`);
  }
}

function entered(trace: Trace, event: TraceEvent): HopWords {
  const name = nameOf(trace, event);
  if (event.link === NO_LINK) {
    return {
      text: t('`{{name}}` is called: deferLater has made it the first callback.', { name }),
      rule: 'deferLater',
    };
  }
  const value = shownValue(event.value ?? NONE);
  return event.value?.is === 'failure'
    ? { text: t('`{{name}}`, the next errback, gets `{{value}}`.', { name, value }), rule: 'rails' }
    : {
        text: t('`{{name}}`, the next callback, gets `{{value}}`.', { name, value }),
        rule: 'rails',
      };
}

function returned(trace: Trace, chain: ChainPicture, event: TraceEvent): HopWords {
  const result = event.value ?? NONE;
  const name = nameOf(trace, event);
  const value = shownValue(result);
  const rail = railOf(result);
  const next = nextOn(chain, event.link, rail);
  const cameOn = chain.links.find(({ index }) => index === event.link)?.cameOn;
  if (rail === 'errback') {
    return {
      text:
        next === null
          ? t('`{{name}}` returned the failure, and no errback is left.', { name })
          : t('`{{name}}` returned the failure, so the next errback, `{{next}}`, gets it.', {
              name,
              next,
            }),
      rule: 'recovers',
    };
  }
  if (cameOn === 'errback') {
    return {
      text:
        next === null
          ? t('`{{name}}` returned `{{value}}` and no failure: the error is handled.', {
              name,
              value,
            })
          : t(
              '`{{name}}` returned `{{value}}` and no failure: the error is handled, and the next callback, `{{next}}`, gets `{{value}}`.',
              { name, value, next },
            ),
      rule: 'recovers',
    };
  }
  return {
    text:
      next === null
        ? t('`{{name}}` returned `{{value}}`: no callback is left, so that is the result.', {
            name,
            value,
          })
        : t(
            '`{{name}}` returned `{{value}}`, so the next callback, `{{next}}`, gets `{{value}}`.',
            {
              name,
              value,
              next,
            },
          ),
    rule: 'rails',
  };
}

function raised(trace: Trace, chain: ChainPicture, event: TraceEvent): HopWords {
  const name = nameOf(trace, event);
  const value = shownValue(event.value ?? NONE);
  const next = nextOn(chain, event.link, 'errback');
  const link = chain.links.find(({ index }) => index === event.link);
  const beside = link?.cameOn === 'callback' ? (link.errback ?? null) : null;
  if (beside !== null) {
    return {
      text:
        next === null
          ? t(
              '`{{name}}` raised `{{value}}`. `{{beside}}` stands in the same link and is not asked, and no errback is left.',
              { name, value, beside },
            )
          : t(
              '`{{name}}` raised `{{value}}`. `{{beside}}` stands in the same link and is not asked: the next errback, `{{next}}`, gets it.',
              { name, value, beside, next },
            ),
      rule: 'sameLink',
    };
  }
  return {
    text:
      next === null
        ? t('`{{name}}` raised `{{value}}`, and no errback is left.', { name, value })
        : t('`{{name}}` raised `{{value}}`, so the next errback, `{{next}}`, gets it.', {
            name,
            value,
            next,
          }),
    rule: 'rails',
  };
}

function passed(chain: ChainPicture, event: TraceEvent, value: string): HopWords {
  const number = event.link + 1;
  const link = chain.links.find(({ index }) => index === event.link);
  if (link !== undefined && link.timeout !== null) {
    return { text: t('`{{value}}` passes the timeout.', { value }), rule: 'timeout' };
  }
  return event.value?.is === 'failure'
    ? {
        text: t('Link {{number}} has no errback, so `{{value}}` passes it.', { number, value }),
        rule: 'rails',
      }
    : {
        text: t('Link {{number}} has no callback, so `{{value}}` passes it.', { number, value }),
        rule: 'rails',
      };
}

function became(event: TraceEvent, value: string): HopWords {
  if (event.value?.is === 'failure' && event.value.type === 'TimeoutError') {
    return {
      text: t('The timeout makes `{{value}}` of the cancellation.', { value }),
      rule: 'timeout',
    };
  }
  return {
    text: t('Its result is `{{value}}` now: a link that is none of these has made it.', { value }),
    rule: 'rails',
  };
}

function nameOf(trace: Trace, event: TraceEvent): string {
  const call = event.kind === 'entered' ? event : trace.eventAt(event.cause);
  return functionAt(trace.header, call.node, call.link, call.value) ?? '?';
}

/** The function that the next link has on a rail; null where none has. */
function nextOn(chain: ChainPicture, link: number, rail: Rail): string | null {
  for (const next of chain.links) {
    if (next.index > link && next[rail] !== null) return next[rail];
  }
  return null;
}

function otherName(trace: Trace, chain: ChainPicture, event: TraceEvent): string {
  const { other } = event;
  if (other === null) return '?';
  const isItself = other.node === chain.of.node && other.instance === chain.of.instance;
  return isItself ? t('a Deferred inside of it') : instanceName(trace, other);
}

/** What the chain had waited for when it went on at this event. */
function waitedFor(trace: Trace, chain: ChainPicture, sequence: number): string | null {
  const wait = chain.events.findLast(
    (event) => event < sequence && ['waits', 'resumed'].includes(trace.kindAt(event)),
  );
  if (wait === undefined || trace.kindAt(wait) !== 'waits') return null;
  return otherName(trace, chain, trace.eventAt(wait));
}

function resumedWords(other: string | null, value: string): string {
  return other === null
    ? t('What it waited for has `{{value}}`: the chain goes on with it.', { value })
    : t('`{{other}}` has `{{value}}`: the chain goes on with it.', { other, value });
}
