import { pythonRepr } from '#base/python.ts';

import type { Breakpoint } from './breakpointSchema.ts';
import { EVENT_WORDS } from './eventWords.ts';

/** How much of a value or a text is said. */
const MOST = 40;

/** What a breakpoint waits for, in a few words: `poll fails`, `12.5 s`, `any failure`. */
export function breakpointWords(breakpoint: Breakpoint): string {
  const { node } = breakpoint;
  switch (breakpoint.on) {
    case 'time': {
      const time = `${breakpoint.time} s`;
      return node === undefined ? time : `first event of ${node} from ${time} on`;
    }
    case 'event':
      if (breakpoint.event === undefined) return `any event of ${node}`;
      return node === undefined
        ? `anything ${EVENT_WORDS[breakpoint.event]}`
        : `${node} ${EVENT_WORDS[breakpoint.event]}`;
    case 'failure':
      return `any failure${ofNode(node)}`;
    case 'unhandled':
      return `unhandled error${ofNode(node)}`;
    case 'lateness':
      return `${node ?? 'any call'} more than ${breakpoint.above} s late`;
    case 'value':
      return `value ${short(pythonRepr(breakpoint.value))}${ofNode(node)}`;
    case 'text':
      return `text ${short(pythonRepr(breakpoint.text))}${ofNode(node)}`;
  }
}

function ofNode(node: string | undefined): string {
  return node === undefined ? '' : ` of ${node}`;
}

function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
