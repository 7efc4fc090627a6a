import { KINDS } from '#trace/eventKinds.ts';

import type { MakeFormat } from './traceFormat.ts';

/** Every event with all of its columns, as JSON Lines: a header, a line an event, the end. */
export const eventFormat: MakeFormat = ({ name, seed, horizon }, header) => ({
  kinds: new Set(KINDS),
  begin: jsonLine({ name, seed, horizon, ...header }),
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
