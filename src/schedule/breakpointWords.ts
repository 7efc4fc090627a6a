import { pythonRepr } from '#base/python.ts';
import { t } from '#words/words.ts';

import type { Breakpoint } from './breakpointSchema.ts';
import { EVENT_WORDS, type BreakpointEvent } from './eventWords.ts';

/** How much of a value or a text is said. */
const MOST = 40;

/** What a breakpoint waits for, in a few words: `poll fails`, `12.5 s`, `any failure`. */
export function breakpointWords(breakpoint: Breakpoint): string {
  const { node } = breakpoint;
  switch (breakpoint.on) {
    case 'time': {
      const time = `${breakpoint.time} s`;
      return node === undefined
        ? time
        : t('first event of {{node}} from {{time}} on', { node, time });
    }
    case 'event':
      return eventWords(breakpoint.event, node);
    case 'failure':
      return node === undefined ? t('any failure') : t('any failure of {{node}}', { node });
    case 'unhandled':
      return node === undefined ? t('unhandled error') : t('unhandled error of {{node}}', { node });
    case 'lateness': {
      const above = String(breakpoint.above);
      return node === undefined
        ? t('any call more than {{above}} s late', { above })
        : t('{{node}} more than {{above}} s late', { node, above });
    }
    case 'value': {
      const value = short(pythonRepr(breakpoint.value));
      return node === undefined
        ? t('value {{value}}', { value })
        : t('value {{value}} of {{node}}', { value, node });
    }
    case 'text': {
      const text = short(pythonRepr(breakpoint.text));
      return node === undefined
        ? t('text {{text}}', { text })
        : t('text {{text}} of {{node}}', { text, node });
    }
  }
}

function eventWords(event: BreakpointEvent | undefined, node: string | undefined): string {
  if (event === undefined) return t('any event of {{node}}', { node: node ?? '' });
  const does = t(EVENT_WORDS[event]);
  return node === undefined
    ? t('anything {{does}}', { does })
    : t('{{node}} {{does}}', { node, does });
}

function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
