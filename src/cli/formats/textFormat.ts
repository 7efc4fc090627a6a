import type { Seconds } from '#base/units.ts';
import { describeEvent, nodeName } from '#trace/describeEvent.ts';
import { KINDS } from '#trace/eventKinds.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { reprOf } from '#trace/traceValue.ts';

import { printable } from '#cli/printable.ts';
import type { MakeFormat } from './traceFormat.ts';

/** Names that are longer do not move the words of all others. */
const MOST_WIDTH = 24;

const ENDS: Readonly<Record<RunEnd['why'], string>> = {
  horizon: 'the horizon is reached',
  stopped: 'reactor.stop() was called',
  idle: 'nothing is pending',
  limit: 'a limit is reached: this is not the end of the program',
  halted: 'the simulation was stopped: this is not the end of the program',
};

/** All events in words: when, whose, what. */
export const textFormat: MakeFormat = ({ horizon }, header) => {
  const timeWidth = formatTime(horizon).length;
  const names = ['reactor', ...header.nodes.map(({ id }) => id)];
  const nameWidth = names.reduce(
    (width, { length }) => Math.max(width, Math.min(length, MOST_WIDTH)),
    0,
  );
  /** The calls under way: the words for their ends name what they were called with. */
  const open = new Map<number, TraceEvent>();
  let current: TraceEvent | null = null;
  const source = {
    header,
    eventAt(sequence: number): TraceEvent {
      const event = current?.sequence === sequence ? current : open.get(sequence);
      if (event === undefined) throw new RangeError(`The event ${sequence} was let go.`);
      return event;
    },
  };
  const line = (time: Seconds, subject: string, text: string): string =>
    `${formatTime(time).padStart(timeWidth)}  ${subject.padEnd(nameWidth)}  ${printable(text)}\n`;

  return {
    kinds: new Set(KINDS),
    begin: '',
    event(event) {
      current = event;
      if (event.kind === 'entered') open.set(event.sequence, event);
      const { subject, text } = describeEvent(source, event.sequence);
      if (isLeft(event)) open.delete(event.cause);
      return line(event.time, subject, text);
    },
    *end({ why, time, unhandled }) {
      yield line(time, 'reactor', `the run ends: ${ENDS[why]}`);
      for (const { node, error } of unhandled) {
        yield line(time, nodeName(source, node), `Unhandled error in Deferred: ${reprOf(error)}`);
      }
    },
  };
};

function isLeft({ kind }: TraceEvent): boolean {
  return kind === 'returned' || kind === 'returnedDeferred' || kind === 'raised';
}
