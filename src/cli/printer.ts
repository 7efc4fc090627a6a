import type { Schedule } from '#schedule/schema.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { createTraceStream } from '#trace/traceStream.ts';
import { traceFileBatch, traceFileBegin, traceFileEnd } from '#traceFile/traceFile.ts';

import type { FormatName } from './command.ts';
import { eventFormat } from './formats/eventFormat.ts';
import { lineFormat } from './formats/lineFormat.ts';
import { textFormat } from './formats/textFormat.ts';
import type { MakeFormat, TraceFormat } from './formats/traceFormat.ts';
import type { Output } from './output.ts';

/** Writes a run to an output while it goes on, and keeps nothing of it. */
export interface Printer {
  begin(): Promise<void>;
  batch(batch: TraceBatch): Promise<void>;
  end(end: RunEnd): Promise<void>;
}

/** The formats that are texts. */
const TEXTS: Readonly<Record<Exclude<FormatName, 'trace'>, MakeFormat>> = {
  lines: lineFormat,
  events: eventFormat,
  text: textFormat,
};

/** How much text is gathered before it is written. */
const MOST_CHARACTERS = 2 ** 16;

/** Makes the printer of a format for a run of a schedule. */
export function createPrinter(
  format: FormatName,
  schedule: Schedule,
  header: TraceHeader,
  output: Output,
): Printer {
  if (format !== 'trace') return textPrinter(TEXTS[format](schedule, header), output);
  return {
    begin: () => output.write(traceFileBegin(schedule, header)),
    batch: (batch) => output.write(traceFileBatch(batch)),
    end: (end) => output.write(traceFileEnd(end)),
  };
}

/** Writes a text in pieces, each after the one before it was taken. */
function textPrinter(format: TraceFormat, output: Output): Printer {
  const stream = createTraceStream(format.kinds);
  return {
    begin: () => output.write(format.begin),
    async batch(batch) {
      stream.take(batch);
      for (let more = true; more;) {
        let text = '';
        more = stream.read((event) => {
          text += format.event(event);
          return text.length < MOST_CHARACTERS;
        });
        await output.write(text);
      }
    },
    async end(end) {
      let text = '';
      for (const piece of format.end(end)) {
        text += piece;
        if (text.length < MOST_CHARACTERS) continue;
        await output.write(text);
        text = '';
      }
      await output.write(text);
    },
  };
}
