import { instanceName } from '#trace/describeEvent.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import type { EventWords } from './eventWords.ts';
import type { RuleName } from './rules.ts';
import { shownValue } from './shownValue.ts';

const RULES_OF: Readonly<Record<string, RuleName>> = {
  loopingCall: 'grid',
  coroutine: 'coroutine',
  cooperate: 'cooperator',
  service: 'service',
};

/** What happens in a loop, a coroutine, a cooperative task or a service means. */
export function loopWords(trace: Trace, event: TraceEvent): EventWords {
  const kind = trace.header.nodes[event.node]?.kind ?? '';
  const name = instanceName(trace, event);
  const count = event.number ?? 0;
  const rule = RULES_OF[kind] ?? 'runToEnd';
  switch (event.kind) {
    case 'ticked':
      return {
        text: t('Tick {{number}} of the loop `{{name}}`: it calls its function.', {
          number: String(count),
          name,
        }),
        next: t('When the function is done, the loop plans the tick after it.'),
        rule,
      };
    case 'skipped':
      return {
        text: t(
          'When the loop came to plan its next tick, {{count}} points of its grid had passed: they are skipped.',
          { count },
        ),
        next: t('It goes on at the next point that is still to come. Nothing is made up for.'),
        rule,
      };
    case 'looped':
      return {
        text: t('The function of this tick is done, so the loop goes on.'),
        next: t('It plans its next tick for the next point of its grid that is still to come.'),
        rule,
      };
    case 'bodyWaits':
      return { text: waitWords(trace, event, kind), next: wakeWords(kind), rule };
    case 'wentOn':
      return { text: wentOn(event, kind), next: null, rule };
    case 'stopped':
      return { ...stopped(name, kind), rule };
    case 'pauseCalled':
      return {
        text: t('`pause()` was called on the task.'),
        next: t('It takes no step until `resume()` was called as often.'),
        rule,
      };
    case 'resumeCalled':
      return {
        text: t('`resume()` was called on the task.'),
        next: t('Where nothing else pauses it, it takes its steps again from the next tick on.'),
        rule,
      };
    case 'stepped':
      return {
        text: t('The task `{{name}}` takes step {{number}}.', { number: String(count), name }),
        next: t('Then the next task has its turn.'),
        rule,
      };
    default:
      return { ...ended(event, name, kind), rule };
  }
}

function waitWords(trace: Trace, { other }: TraceEvent, kind: string): string {
  const of = { other: other === null ? '?' : instanceName(trace, other) };
  switch (kind) {
    case 'loopingCall':
      return t(
        'The function of this tick returned the Deferred of `{{other}}`: the loop waits for it.',
        of,
      );
    case 'cooperate':
      return t(
        'This step gave the Deferred of `{{other}}`: the task is paused until it has a result.',
        of,
      );
    default:
      return t(
        'It awaits the Deferred of `{{other}}`, which has no result yet: here it is paused.',
        of,
      );
  }
}

function wakeWords(kind: string): string {
  switch (kind) {
    case 'loopingCall':
      return t('It plans no tick before that; grid points that pass meanwhile are skipped.');
    case 'cooperate':
      return t('The other tasks go on with their steps.');
    default:
      return t('The rest of the program goes on. With the result it goes on behind its `await`.');
  }
}

function wentOn({ value }: TraceEvent, kind: string): string {
  if (value === null) return t('What it waited for has a result: it goes on.');
  const shown = { value: shownValue(value) };
  if (kind !== 'coroutine') {
    return t('What it waited for has the result `{{value}}`: it goes on.', shown);
  }
  return value.is === 'failure'
    ? t('What it awaited has failed: `{{value}}` is raised at its `await`.', shown)
    : t('What it awaited has the result `{{value}}`: that is the value of its `await`.', shown);
}

function stopped(name: string, kind: string): Pick<EventWords, 'text' | 'next'> {
  switch (kind) {
    case 'loopingCall':
      return {
        text: t('`stop()` was called on the loop `{{name}}`.', { name }),
        next: t('There is no further tick. Its Deferred fires.'),
      };
    case 'cooperate':
      return {
        text: t('`stop()` was called on the task `{{name}}`.', { name }),
        next: t('It takes no further step. Its Deferred fails with `TaskStopped`.'),
      };
    default:
      return {
        text: t('The service `{{name}}` is stopped.', { name }),
        next: t('Its loops and tasks end; its pending calls and Deferreds are cancelled.'),
      };
  }
}

function ended(
  { value }: TraceEvent,
  name: string,
  kind: string,
): Pick<EventWords, 'text' | 'next'> {
  if (value !== null && value.is === 'failure') {
    return {
      text: t('`{{name}}` is over: it ends with `{{value}}`.', { name, value: shownValue(value) }),
      next: t('Its Deferred fails with that.'),
    };
  }
  return {
    text: t('`{{name}}` is over.', { name }),
    next: kind === 'loopingCall' || kind === 'cooperate' ? t('Its Deferred fires.') : null,
  };
}
