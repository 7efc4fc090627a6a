import aTaskOfYourOwn from './examples/a-task-of-your-own.json' with { type: 'json' };
import everyFiveSeconds from './examples/every-five-seconds.json' with { type: 'json' };
import twoSecondsLater from './examples/two-seconds-later.json' with { type: 'json' };
import { formatProblem } from './problem.ts';
import { parseSchedule } from './parseSchedule.ts';
import type { Schedule } from './schema.ts';

/** An example of the menu. */
export interface Example {
  readonly id: string;
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly summary: string;
  /** The document, validated as any file is. */
  load(): Schedule;
}

/** The examples in the order of the menu; the first is what a new visitor sees. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  example('every-five-seconds', everyFiveSeconds, 'A LoopingCall whose 4th call raises'),
  example('two-seconds-later', twoSecondsLater, 'A deferLater that fails, then one that succeeds'),
  example('a-task-of-your-own', aTaskOfYourOwn, 'A Deferred that a callLater fires'),
];

function example(id: string, document: { readonly name: string }, summary: string): Example {
  return {
    id,
    name: document.name,
    summary,
    load() {
      const parsed = parseSchedule(document);
      if (parsed.ok) return parsed.schedule;
      throw new Error(
        `The example ${id} is broken. ${parsed.problems.map(formatProblem).join('; ')}`,
      );
    },
  };
}
