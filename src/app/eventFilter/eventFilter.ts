import type { Seconds } from '#base/units.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_VALUE, numberOf, type TraceColumns } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';

import { ALWAYS, NEVER, PLAIN, SPECIAL } from './kindGroups.ts';

/** Which events a list shows: all that is said here must hold. */
export interface EventFilter {
  /** The same for filters that show the same. */
  readonly key: string;
  /** From this time on, and before that. */
  readonly after: Seconds;
  readonly before: Seconds;
  /** By the number in the node column: 1 or 0; null for all. */
  readonly nodes: Uint8Array | null;
  /** By the code of the kind which of its events, such as {@link ALWAYS}. */
  readonly kinds: Uint8Array;
  /** Starts of a node; null for all. */
  readonly instances: readonly number[] | null;
  readonly notInstances: readonly number[];
  /** What must stand, and what must not stand, in an event's time, node or text; in lower case. */
  readonly words: readonly string[];
  readonly notWords: readonly string[];
}

/** Whether an event, which is a row of columns, passes; its time is not looked at. */
export type RowTest = (columns: TraceColumns, row: number, sequence: number) => boolean;

/** A test of the rows of a trace, columns first and words last. */
export function createRowTest(trace: Trace, filter: EventFilter): RowTest {
  const { kinds, nodes, instances, notInstances } = filter;
  const isSpecial = createSpecialTest(trace);
  const words = createWordTest(trace, filter);
  const hasInstances = instances !== null || notInstances.length > 0;
  return (columns, row, sequence) => {
    const events = kinds[columns.kind[row] as number] as number;
    if (events === NEVER) return false;
    if (nodes !== null && nodes[columns.node[row] as number] !== 1) return false;
    if (events !== ALWAYS && (events & (isSpecial(columns, row, sequence) ? SPECIAL : PLAIN)) === 0)
      return false;
    if (hasInstances) {
      const instance = columns.instance[row] as number;
      if (instances !== null && !instances.includes(instance)) return false;
      if (notInstances.includes(instance)) return false;
    }
    return words === null || words(sequence);
  };
}

const UNKNOWN = 0;
const IS_FAILURE = 1;
const IS_NONE = 2;

/** Whether an event is special: of a kind that can be. Each value of the trace is looked at once. */
function createSpecialTest(trace: Trace): RowTest {
  let known = new Uint8Array(1024);
  return (columns, row, sequence) => {
    if (columns.kind[row] === KIND.ran) return numberOf(columns, row) > 0;
    const index = columns.value[row] as number;
    if (index === NO_VALUE) return false;
    if (index >= known.length) {
      const larger = new Uint8Array(Math.max(index + 1, known.length * 2));
      larger.set(known);
      known = larger;
    }
    if (known[index] === UNKNOWN) {
      known[index] = trace.valueAt(sequence)?.is === 'failure' ? IS_FAILURE : IS_NONE;
    }
    return known[index] === IS_FAILURE;
  };
}

/** Whether the line of an event has the words of a filter; null where it has none. */
function createWordTest(
  trace: Trace,
  { words, notWords }: EventFilter,
): ((sequence: number) => boolean) | null {
  const all = [...words, ...notWords];
  if (all.length === 0) return null;
  // To write a time takes as long as all the rest.
  const needsTime = all.some((word) => /[\d.]|^\s/.test(word));
  return (sequence) => {
    const { subject, text } = describeEvent(trace, sequence);
    const time = needsTime ? formatTime(trace.timeAt(sequence)) : '';
    const line = `${time} ${subject} ${text}`.toLowerCase();
    return (
      words.every((word) => line.includes(word)) && !notWords.some((word) => line.includes(word))
    );
  };
}
