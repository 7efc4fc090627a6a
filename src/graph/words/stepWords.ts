import { pythonRepr } from '#base/python.ts';
import type { Step, When } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';

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
  return when === '' ? words : { ...words, after: `${words.after} ${when}` };
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
  if (call !== undefined) parts.push(`on call ${call}`);
  if (fromCall !== undefined && untilCall !== undefined) {
    parts.push(`on calls ${fromCall} to ${untilCall}`);
  } else if (fromCall !== undefined) parts.push(`from call ${fromCall}`);
  else if (untilCall !== undefined) parts.push(`until call ${untilCall}`);
  if (everyCall !== undefined && everyCall > 1) parts.push(`every ${ordinal(everyCall)} call`);
  if (error !== undefined) parts.push(`on ${error}`);
  if (input !== undefined) parts.push(`on input ${cut(pythonRepr(input))}`);
  if (chance !== undefined) parts.push(`with chance ${Number((chance * 100).toPrecision(12))} %`);
  return parts.join(', ');
}

/** Longer texts and values are cut: the card is a summary, the inspector has the whole. */
const MAX_TEXT = 32;

function plainWords(step: Step): StepWords {
  switch (step.do) {
    case 'block':
      return say(`blocks ${durationWords(step.for)}`);
    case 'log':
      return say(`log ${cut(step.text)}`);
    case 'start':
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
      return { before: `${step.do} `, node: step.node, after: '' };
    case 'reset':
      return {
        before: 'reset ',
        node: step.node,
        after: step.seconds === undefined ? '' : ` to ${formatDuration(step.seconds)}`,
      };
    case 'delay':
      return {
        before: 'delay ',
        node: step.node,
        after: ` by ${formatDuration(step.seconds)}`,
      };
    case 'put':
      return {
        before: `put ${cut(pythonRepr(step.value))} into `,
        node: step.node,
        after: '',
      };
    case 'await': {
      const catches = step.onError === 'continue' ? ', catch errors' : '';
      return step.start === true
        ? { before: 'start ', node: step.node, after: `, await it${catches}` }
        : { before: 'await ', node: step.node, after: catches };
    }
    case 'fire':
      return {
        before: 'fire ',
        node: step.node,
        after: step.value === null ? '' : ` with ${cut(pythonRepr(step.value))}`,
      };
    case 'fail':
      return { before: 'fail ', node: step.node, after: ` with ${step.error.type}` };
    case 'return':
      return say(
        step.input === true
          ? 'returns its input'
          : `returns ${cut(pythonRepr(step.value ?? null))}`,
      );
    case 'returnDeferred':
      return step.start === true
        ? { before: 'start ', node: step.node, after: ', wait for it' }
        : { before: 'wait for ', node: step.node, after: '' };
    case 'raise':
      return say(`raises ${step.error.type}`);
    case 'stopReactor':
      return say('stops the reactor');
  }
}

function say(before: string): StepWords {
  return { before, node: null, after: '' };
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line;
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  const endings: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${number}${endings[number % 10] ?? 'th'}`;
}
