import { instanceName } from '#trace/describeEvent.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { functionAt } from '#trace/functionAt.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE } from '#trace/traceValue.ts';
import { msg, t, type Text } from '#words/words.ts';

import type { EventWords } from './eventWords.ts';
import type { RuleName } from './rules.ts';
import { shownValue } from './shownValue.ts';

interface Fate {
  readonly text: Text;
  readonly rule: RuleName;
}

/** What becomes of what the own function of a node returns, by kind. */
const RETURNS: Readonly<Record<string, Fate>> = {
  callLater: { text: msg('Nothing uses what a delayed call returns.'), rule: 'passes' },
  outsideEvent: { text: msg('Nothing uses what a delayed call returns.'), rule: 'passes' },
  loopingCall: { text: msg('The loop goes on: it plans its next tick.'), rule: 'grid' },
  deferred: {
    text: msg('Unless the canceller has fired the Deferred, it fails with `CancelledError` now.'),
    rule: 'cancel',
  },
  coroutine: { text: msg('That is the result of its Deferred.'), rule: 'coroutine' },
  cooperate: { text: msg('The step is done.'), rule: 'cooperator' },
  deferToThread: {
    text: msg('The reactor’s thread hears of it, and fires the Deferred.'),
    rule: 'threads',
  },
  guarded: { text: msg('The token goes back, and the Deferred fires.'), rule: 'semaphore' },
};

/** What becomes of what the own function of a node raises, by kind. */
const RAISES: Readonly<Record<string, Fate>> = {
  callLater: {
    text: msg('No Deferred stands between a delayed call and the reactor, which logs the error.'),
    rule: 'reactorLogs',
  },
  outsideEvent: {
    text: msg('No Deferred stands between a delayed call and the reactor, which logs the error.'),
    rule: 'reactorLogs',
  },
  loopingCall: {
    text: msg('The loop ends, and its Deferred fails with it.'),
    rule: 'grid',
  },
  deferred: { text: msg('What a canceller raises leaves `cancel()`.'), rule: 'cancel' },
  coroutine: { text: msg('Its Deferred fails with it.'), rule: 'coroutine' },
  cooperate: { text: msg('The task ends, and its Deferred fails with it.'), rule: 'cooperator' },
  deferToThread: {
    text: msg('The reactor’s thread hears of it, and the Deferred fails.'),
    rule: 'threads',
  },
  guarded: {
    text: msg('The token goes back all the same, and the Deferred fails.'),
    rule: 'semaphore',
  },
};

/** What it means that a function of a node is called and left, and what it does meanwhile. */
export function callWords(trace: Trace, event: TraceEvent): EventWords {
  const kind = trace.header.nodes[event.node]?.kind ?? '';
  const isOwn = event.link === NO_LINK;
  switch (event.kind) {
    case 'entered':
      return entered(trace, event, kind);
    case 'returned':
      return {
        text: t('`{{name}}` returned `{{value}}`.', {
          name: functionOf(trace, event),
          value: shownValue(event.value ?? NONE),
        }),
        ...fate(isOwn ? RETURNS[kind] : undefined),
      };
    case 'returnedDeferred':
      return {
        text: t('`{{name}}` returned the Deferred of `{{other}}`.', {
          name: functionOf(trace, event),
          other: event.other === null ? '?' : instanceName(trace, event.other),
        }),
        next:
          kind === 'loopingCall' || kind === 'cooperate' || kind === 'guarded'
            ? t('`{{name}}` waits until that one has a result.', {
                name: instanceName(trace, event),
              })
            : null,
        rule: kind === 'loopingCall' ? 'grid' : 'waits',
      };
    case 'raised':
      return {
        text: t('`{{name}}` raised `{{value}}`.', {
          name: functionOf(trace, event),
          value: shownValue(event.value ?? NONE),
        }),
        ...fate(isOwn ? RAISES[kind] : undefined),
      };
    case 'logged':
      return {
        text: t('The function prints a line.'),
        next: null,
        rule: 'runToEnd',
      };
    default:
      return blocked(event, kind === 'deferToThread' && isOwn);
  }
}

function entered(trace: Trace, event: TraceEvent, kind: string): EventWords {
  const name = functionOf(trace, event);
  if (kind === 'deferred' && event.link === NO_LINK) {
    return {
      text: t('The canceller `{{name}}` is called: it may fire the Deferred itself.', { name }),
      next: t('Where it does not, the Deferred fails with `CancelledError`.'),
      rule: 'cancel',
    };
  }
  if (kind === 'deferToThread') {
    return {
      text: t('A worker thread calls `{{name}}`.', { name }),
      next: t('The reactor goes on meanwhile.'),
      rule: 'threads',
    };
  }
  return {
    text: t('`{{name}}` is called for `{{node}}`.', { name, node: instanceName(trace, event) }),
    next:
      kind === 'coroutine'
        ? t('It runs until it awaits a Deferred without a result, returns or raises.')
        : t('It runs until it returns or raises: nothing else can happen in between.'),
    rule: kind === 'coroutine' ? 'coroutine' : 'runToEnd',
  };
}

function blocked(event: TraceEvent, inThread: boolean): EventWords {
  const time = formatDuration(event.number ?? 0);
  return inThread
    ? {
        text: t('The function works for {{time}} in its thread.', { time }),
        next: t('The reactor goes on meanwhile.'),
        rule: 'threads',
      }
    : {
        text: t('The function blocks the reactor for {{time}}.', { time }),
        next: t('Nothing else runs until then: what is due in the meantime will be late.'),
        rule: 'late',
      };
}

function fate(known: Fate | undefined): Pick<EventWords, 'next' | 'rule'> {
  return known === undefined
    ? { next: null, rule: 'rails' }
    : { next: t(known.text), rule: known.rule };
}

function functionOf(trace: Trace, event: TraceEvent): string {
  const call = event.kind === 'entered' ? event : trace.eventAt(event.cause);
  return functionAt(trace.header, call.node, call.link, call.value) ?? '?';
}
