import { language, msg, type Text } from '#words/words.ts';

import aTaskOfYourOwn from './examples/a-task-of-your-own.json' with { type: 'json' };
import allOrFirst from './examples/all-or-first.json' with { type: 'json' };
import cooperativeJob from './examples/cooperative-job.json' with { type: 'json' };
import crawler from './examples/crawler.json' with { type: 'json' };
import debounce from './examples/debounce.json' with { type: 'json' };
import everyFiveSeconds from './examples/every-five-seconds.json' with { type: 'json' };
import inSequence from './examples/in-sequence.json' with { type: 'json' };
import lateTicks from './examples/late-ticks.json' with { type: 'json' };
import latencies from './examples/latencies.json' with { type: 'json' };
import pollingService from './examples/polling-service.json' with { type: 'json' };
import producerConsumer from './examples/producer-consumer.json' with { type: 'json' };
import serviceTree from './examples/service-tree.json' with { type: 'json' };
import testClock from './examples/test-clock.json' with { type: 'json' };
import threadPool from './examples/thread-pool.json' with { type: 'json' };
import timeout from './examples/timeout.json' with { type: 'json' };
import twoSecondsLater from './examples/two-seconds-later.json' with { type: 'json' };
import { CHINESE_EXAMPLES } from './chineseExamples.ts';
import { formatProblem } from './problem.ts';
import { parseSchedule } from './parseSchedule.ts';
import type { Schedule } from './schema.ts';

/** An example of the menu. */
export interface Example {
  readonly id: string;
  /** In the present language. */
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly summary: Text;
  /** The document, validated as any file is, with its name and notes in the present language. */
  load(): Schedule;
}

/** The examples in the order of the menu, from one idea to real programs; the first greets a new visitor. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  example('every-five-seconds', everyFiveSeconds, msg('A LoopingCall whose 4th call raises')),
  example(
    'two-seconds-later',
    twoSecondsLater,
    msg('A deferLater that fails, then one that succeeds'),
  ),
  example('a-task-of-your-own', aTaskOfYourOwn, msg('A Deferred that a callLater fires')),
  example('late-ticks', lateTicks, msg('What a LoopingCall does with the ticks it misses')),
  example('debounce', debounce, msg('Outside events that reset a callLater')),
  example('timeout', timeout, msg('addTimeout, a canceller, and an answer that comes too late')),
  example('in-sequence', inSequence, msg('await, and an error that is caught')),
  example('all-or-first', allOrFirst, msg('DeferredList beside gatherResults')),
  example('producer-consumer', producerConsumer, msg('A DeferredQueue that runs full')),
  example('crawler', crawler, msg('Guarded requests that share a DeferredSemaphore')),
  example('thread-pool', threadPool, msg('deferToThread beside a job that blocks the reactor')),
  example('cooperative-job', cooperativeJob, msg('cooperate: a long job in slices of 10 ms')),
  example('test-clock', testClock, msg('task.Clock as unit tests advance it')),
  example('latencies', latencies, msg('Random durations and failures, the same in each run')),
  example(
    'service-tree',
    serviceTree,
    msg('Services within a service, started and stopped in order'),
  ),
  example('polling-service', pollingService, msg('Polling with retry and back-off')),
];

function example(id: string, document: { readonly name: string }, summary: Text): Example {
  return {
    id,
    summary,
    get name() {
      return { ...document, ...wordsOf(id) }.name;
    },
    load() {
      const parsed = parseSchedule({ ...document, ...wordsOf(id) });
      if (parsed.ok) return parsed.schedule;
      throw new Error(
        `The example ${id} is broken. ${parsed.problems.map(formatProblem).join('; ')}`,
      );
    },
  };
}

/** What an example says in the present language, where that is not the document's own. */
function wordsOf(id: string): (typeof CHINESE_EXAMPLES)[string] | undefined {
  return language() === 'zh' ? CHINESE_EXAMPLES[id] : undefined;
}
