import { KINDS } from '#trace/eventKinds.ts';

import type { MakeFormat } from './traceFormat.ts';

/** The version of the format that is written: see docs/trace-format.md. */
const VERSION = 1;

/** All of the trace: a header, a line an event, the end; JSON Lines. */
export const jsonFormat: MakeFormat = ({ name, seed, horizon }, header) => ({
  kinds: new Set(KINDS),
  begin: jsonLine({
    format: 'reactor-studio/trace',
    version: VERSION,
    name,
    seed,
    horizon,
    ...header,
  }),
  event({ sequence, time, kind, node, instance, link, cause, number, value, other }) {
    const columns = { sequence, time, kind, node, instance, link, cause };
    if (number !== null) return jsonLine({ ...columns, number });
    if (value !== null) return jsonLine({ ...columns, value });
    return jsonLine(other === null ? columns : { ...columns, other });
  },
  *end(end) {
    yield jsonLine({ end });
  },
});

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
