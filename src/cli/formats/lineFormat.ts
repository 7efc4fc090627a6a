import { createLineReducer, LINE_KINDS } from '#export/traceLines.ts';

import type { MakeFormat } from './traceFormat.ts';

/** What the program shows of itself, as it does under real Twisted: JSON Lines. */
export const lineFormat: MakeFormat = (_, header) => {
  const reducer = createLineReducer(header);
  return {
    kinds: LINE_KINDS,
    begin: '',
    event(event) {
      const line = reducer.next(event);
      return line === null ? '' : `${JSON.stringify(line)}\n`;
    },
    *end(end) {
      for (const line of reducer.end(end)) yield `${JSON.stringify(line)}\n`;
    },
  };
};
