import { pythonNumber } from '#base/python.ts';
import { formatDuration, formatTime } from '#trace/formatTime.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

import type { EventWords } from './eventWords.ts';
import { shownValue } from './shownValue.ts';

/** What an event of the reactor, of the test clock or of the Cooperator means. */
export function reactorWords(trace: Trace, event: TraceEvent): EventWords {
  const number = event.number ?? 0;
  const isClock = trace.header.clock === 'testClock';
  switch (event.kind) {
    case 'startup':
      return {
        text: isClock ? t('The program begins, on a test clock.') : t('The reactor begins to run.'),
        next: t('What the program starts is started now, one after the other, at time 0.'),
        rule: isClock ? 'clock' : 'passes',
      };
    case 'passBegan':
      return {
        text: isClock
          ? t('The clock has been moved: it calls what is due by now.')
          : t('A delayed call is due: the reactor begins a pass over those that are due by now.'),
        next: t(
          'They are called in the order of their times. A call that is added meanwhile waits for the next pass, also with a delay of 0.',
        ),
        rule: isClock ? 'clock' : 'passes',
      };
    case 'passEnded':
      return {
        text: t('All calls that were due have been called.'),
        next: t('The reactor is idle until the next call is due.'),
        rule: 'passes',
      };
    case 'stopRequested':
      return {
        text: t('`reactor.stop()` was called.'),
        next: t('The present pass goes on to its end; then the program ends.'),
        rule: 'passes',
      };
    case 'loggedError':
      return {
        text: t('`{{value}}` left a call of the reactor, which logs it and goes on.', {
          value: shownValue(event.value ?? NONE),
        }),
        next: t(
          'No Deferred stands between such a call and the reactor, so no errback hears of it.',
        ),
        rule: 'reactorLogs',
      };
    case 'advanced':
      return {
        text: t('`advance({{seconds}})` moved the test clock on.', {
          seconds: pythonNumber(number),
        }),
        next: t('Calls that are due by now are called, the earliest first.'),
        rule: 'clock',
      };
    case 'tickPlanned':
      return {
        text: t(
          'A task of the Cooperator has steps to take, so a tick is planned for {{time}} s.',
          {
            time: formatTime(number),
          },
        ),
        next: t('Then its tasks take steps in turn, until {{time}} have passed.', {
          time: formatDuration(TICK_LASTS),
        }),
        rule: 'cooperator',
      };
    case 'tickCancelled':
      return {
        text: t('No task is left that could take a step: the planned tick is taken back.'),
        next: null,
        rule: 'cooperator',
      };
    default:
      return {
        text: t('The Cooperator’s tick begins.'),
        next: t('Its tasks take steps in turn, until {{time}} have passed.', {
          time: formatDuration(TICK_LASTS),
        }),
        rule: 'cooperator',
      };
  }
}

/** How long the Cooperator lets its tasks take steps before it lets the reactor go on, in seconds. */
const TICK_LASTS = 0.01;
