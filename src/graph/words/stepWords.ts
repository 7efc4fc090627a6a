import { pythonRepr } from '#base/python.ts';
import type { Step, When } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { durationWords } from './durationWords.ts';

/** A step in few words: what stands before the node that it names, that node, and what follows. */
export interface StepWords {
  readonly before: string;
  readonly node: string | null;
  readonly after: string;
}

/** A step in few words, with its condition: `start fetch, wait for it`, `raises ValueError on call 4`. */
export function stepWords(step: Step): StepWords {
  const words = plainWords(step);
  const when = step.when === undefined ? '' : whenWords(step.when);
  const said = when === '' ? words : t('{{step}} {{when}}', { step: words, when });
  const [before = '', after = ''] = said.split(NODE);
  return { before, node: after === '' && before === said ? null : nodeOf(step), after };
}

/** Stands in a text for the node that the step names. */
const NODE = '\u0000';

function nodeOf(step: Step): string | null {
  return 'node' in step ? step.node : null;
}

/** {@link stepWords} as one text. */
export function stepText(step: Step): string {
  const { before, node, after } = stepWords(step);
  return `${before}${node ?? ''}${after}`;
}

/**
 * When a step runs: `on call 4`, `from call 2, every 3rd call`, `on ValueError`, `with chance 30 %`;
 * empty where it always does.
 */
export function whenWords(when: When): string {
  const { call, fromCall, untilCall, everyCall, error, input, chance } = when;
  const parts: string[] = [];
  if (call !== undefined) parts.push(t('on call {{call}}', { call }));
  if (fromCall !== undefined && untilCall !== undefined) {
    parts.push(t('on calls {{fromCall}} to {{untilCall}}', { fromCall, untilCall }));
  } else if (fromCall !== undefined) parts.push(t('from call {{fromCall}}', { fromCall }));
  else if (untilCall !== undefined) parts.push(t('until call {{untilCall}}', { untilCall }));
  if (everyCall !== undefined && everyCall > 1)
    parts.push(t('every {{nth}} call', { nth: ordinal(everyCall) }));
  if (error !== undefined) parts.push(t('on {{error}}', { error }));
  if (input !== undefined) parts.push(t('on input {{value}}', { value: cut(pythonRepr(input)) }));
  if (chance !== undefined)
    parts.push(t('with chance {{number}} %', { number: Number((chance * 100).toPrecision(12)) }));
  return parts.join(', ');
}

/** Longer texts and values are cut: the card is a summary, the inspector has the whole. */
const MAX_TEXT = 32;

function plainWords(step: Step): string {
  const node = NODE;
  switch (step.do) {
    case 'block':
      return t('blocks {{time}}', { time: durationWords(step.for) });
    case 'log':
      return t('log {{text}}', { text: cut(step.text) });
    case 'start':
      return t('start {{node}}', { node });
    case 'stop':
      return t('stop {{node}}', { node });
    case 'cancel':
      return t('cancel {{node}}', { node });
    case 'pause':
      return t('pause {{node}}', { node });
    case 'resume':
      return t('resume {{node}}', { node });
    case 'reset':
      return step.seconds === undefined
        ? t('reset {{node}}', { node })
        : t('reset {{node}} to {{time}}', { node, time: formatDuration(step.seconds) });
    case 'delay':
      return t('delay {{node}} by {{time}}', { node, time: formatDuration(step.seconds) });
    case 'put':
      return t('put {{value}} into {{node}}', { node, value: cut(pythonRepr(step.value)) });
    case 'await':
      return awaitWords(step);
    case 'fire':
      return step.value === null
        ? t('fire {{node}}', { node })
        : t('fire {{node}} with {{value}}', { node, value: cut(pythonRepr(step.value)) });
    case 'fail':
      return t('fail {{node}} with {{error}}', { node, error: step.error.type });
    case 'return':
      return step.input === true
        ? t('returns its input')
        : t('returns {{value}}', { value: cut(pythonRepr(step.value ?? null)) });
    case 'returnDeferred':
      return step.start === true
        ? t('start {{node}}, wait for it', { node })
        : t('wait for {{node}}', { node });
    case 'raise':
      return t('raises {{error}}', { error: step.error.type });
    case 'stopReactor':
      return t('stops the reactor');
  }
}

function awaitWords({ start, onError }: Extract<Step, { do: 'await' }>): string {
  const node = NODE;
  if (onError === 'continue') {
    return start === true
      ? t('start {{node}}, await it, catch errors', { node })
      : t('await {{node}}, catch errors', { node });
  }
  return start === true ? t('start {{node}}, await it', { node }) : t('await {{node}}', { node });
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line;
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return t('{{number}}th', { number });
  switch (number % 10) {
    case 1:
      return t('{{number}}st', { number });
    case 2:
      return t('{{number}}nd', { number });
    case 3:
      return t('{{number}}rd', { number });
    default:
      return t('{{number}}th', { number });
  }
}
