import type { Json } from '#base/json.ts';
import type { Schedule, Step } from '#schedule/schema.ts';

import { parsedSchedule } from './fixtures.ts';

/**
 * The same schedule with plain words for all that is free text in it: its program must have the
 * same shape. Where there was no text there is none.
 */
export function withPlainTexts(schedule: Schedule): Schedule {
  return parsedSchedule({
    ...schedule,
    name: 'Plain',
    notes: plain(schedule.notes),
    nodes: schedule.nodes.map((node) => {
      const { label } = node;
      return label === undefined ? node : { ...node, label: plain(label) };
    }),
    functions: Object.fromEntries(
      Object.entries(schedule.functions).map(([name, { steps }]) => [
        name,
        { steps: steps.map(plainStep) },
      ]),
    ),
  });
}

function plain(text: string): string {
  return text === '' ? '' : 'x';
}

function plainStep(step: Step): object {
  const { when } = step;
  return {
    ...step,
    ...plainFields(step),
    ...(when?.input === undefined ? {} : { when: { ...when, input: plainValue(when.input) } }),
  };
}

function plainFields(step: Step): object {
  if (step.do === 'log') {
    const parts = step.text.split(/(\{(?:input|call|now)\})/);
    return { text: parts.map((part, index) => (index % 2 === 1 ? part : plain(part))).join('') };
  }
  if ('error' in step) return { error: { ...step.error, message: plain(step.error.message) } };
  return 'value' in step && step.value !== undefined ? { value: plainValue(step.value) } : {};
}

function plainValue(value: Json): Json {
  if (typeof value === 'string') return plain(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  // Keys stay apart, in their order.
  return Object.fromEntries(
    Object.values(value).map((item, index) => [`k${index}`, plainValue(item)]),
  );
}
