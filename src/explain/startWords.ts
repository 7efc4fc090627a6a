import { formatDuration, formatTime } from '#trace/formatTime.ts';
import { instanceName } from '#trace/describeEvent.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { msg, t, type Text } from '#words/words.ts';

import type { EventWords } from './eventWords.ts';
import type { RuleName } from './rules.ts';

interface Start {
  readonly text: Text;
  readonly next: Text | null;
  readonly rule: RuleName;
}

const STARTS: Readonly<Record<string, Start>> = {
  callLater: {
    text: msg('`{{name}}`: the program asks the reactor for a call later.'),
    next: msg('The reactor has one more pending call. The program goes on at once.'),
    rule: 'passes',
  },
  deferLater: {
    text: msg('`deferLater` makes the Deferred of `{{name}}`, and a timer that will fire it.'),
    next: msg('The program goes on at once; the chain waits for the timer.'),
    rule: 'deferLater',
  },
  loopingCall: {
    text: msg('`start()` sets the loop `{{name}}` going, and gives a Deferred.'),
    next: msg('It ticks at the points of its grid. The Deferred fires when the loop is over.'),
    rule: 'grid',
  },
  deferred: {
    text: msg('The Deferred `{{name}}` is made. Nothing has fired it yet.'),
    next: msg('It fires when somebody calls `callback()` or `errback()` on it.'),
    rule: 'atOnce',
  },
  deferredList: {
    text: msg('The list `{{name}}` is made, and adds callbacks of its own to each of its members.'),
    next: msg('It fires when its members have their results, or as its options say.'),
    rule: 'list',
  },
  coroutine: {
    text: msg('The coroutine `{{name}}` is started, and runs at once.'),
    next: msg('It runs up to the first `await` of a Deferred that has no result yet.'),
    rule: 'coroutine',
  },
  cooperate: {
    text: msg('The task `{{name}}` is given to the Cooperator.'),
    next: msg('It takes its steps in the Cooperator’s ticks, in turn with the other tasks.'),
    rule: 'cooperator',
  },
  deferToThread: {
    text: msg('The function of `{{name}}` is handed to the thread pool, and the program goes on.'),
    next: msg('A free worker takes it, or it waits in line for one.'),
    rule: 'threads',
  },
  guarded: {
    text: msg('`{{name}}` asks the semaphore for a token before it calls its function.'),
    next: msg('It has it at once where one is free, else it stands in line.'),
    rule: 'semaphore',
  },
  queueGet: {
    text: msg('`{{name}}` asks the queue for an object.'),
    next: msg('It has it at once where one is stored, else it stands in line.'),
    rule: 'queue',
  },
  outsideEvent: {
    text: msg('`{{name}}` comes from outside of the program, at a time that the schedule gives.'),
    next: null,
    rule: 'passes',
  },
  service: {
    text: msg('The service `{{name}}` is started.'),
    next: msg('It starts its members, in the order of the document.'),
    rule: 'service',
  },
};

/** What the start of a node means, and what becomes of its delayed call. */
export function startWords(trace: Trace, event: TraceEvent): EventWords {
  const node = trace.header.nodes[event.node];
  const name = instanceName(trace, event);
  const number = event.number ?? 0;
  switch (event.kind) {
    case 'started': {
      const start = STARTS[node?.kind ?? ''];
      if (start === undefined) {
        return { text: t('`{{name}}` is started.', { name }), next: null, rule: 'runToEnd' };
      }
      return {
        text: t(start.text, { name }),
        next: start.next === null ? null : t(start.next),
        rule: start.rule,
      };
    }
    case 'scheduled':
      return scheduled(node, name, formatTime(number));
    case 'unscheduled':
      return {
        text: t('The pending call of `{{name}}` is cancelled before it was due.', { name }),
        next: t('The reactor will not make this call.'),
        rule: 'passes',
      };
    default:
      return ran(node, name, number);
  }
}

function scheduled(node: TraceNode | undefined, name: string, time: string): EventWords {
  const next = t('The reactor makes the call then, unless it is cancelled or moved before.');
  switch (node?.kind) {
    case 'loopingCall':
      return {
        text: t('The loop `{{name}}` plans its next tick for {{time}} s, a point of its grid.', {
          name,
          time,
        }),
        next,
        rule: 'grid',
      };
    case 'outsideEvent':
      return {
        text: t('The outside event `{{name}}` is to happen at {{time}} s.', { name, time }),
        next: null,
        rule: 'passes',
      };
    default:
      return {
        text: t('The reactor is to make the call of `{{name}}` at {{time}} s.', { name, time }),
        next,
        rule: 'passes',
      };
  }
}

function ran(node: TraceNode | undefined, name: string, lateness: number): EventWords {
  const next =
    node?.kind === 'deferLater'
      ? t('The call fires the Deferred.')
      : node?.kind === 'loopingCall'
        ? t('The call is a tick of the loop.')
        : t('The call runs its function to the end.');
  if (lateness > 0) {
    return {
      text: t('The time of `{{name}}` came {{late}} ago: the reactor was busy, and calls it now.', {
        name,
        late: formatDuration(lateness),
      }),
      next,
      rule: 'late',
    };
  }
  return {
    text: t('The time of `{{name}}` has come, and the reactor calls it.', { name }),
    next,
    rule: 'passes',
  };
}
