import { pythonNumber } from '#base/python.ts';
import type { Duration, Schedule } from '#schedule/schema.ts';

import { delayStream, stepStream, type Stream } from './attributes.ts';
import type { Imports } from './imports.ts';
import { call, suffixed, type Layout } from './layout.ts';
import { numberList } from './literals.ts';

/** A duration as an expression: a number, or a draw from its own stream. */
export function durationExpression(
  duration: Duration,
  { attribute }: Stream,
  imports: Imports,
): Layout {
  if (typeof duration === 'number') return pythonNumber(duration);
  if (!isDrawn(duration)) return '0';
  if ('uniform' in duration)
    return call(`${attribute}.uniform`, duration.uniform.map(pythonNumber));
  if ('exponential' in duration) {
    return call(`${attribute}.expovariate`, [`1 / ${pythonNumber(duration.exponential)}`]);
  }
  if ('normal' in duration) {
    const drawn = `${attribute}.normalvariate(${duration.normal.map(pythonNumber).join(', ')})`;
    return call('max', ['0.0', drawn]);
  }
  if ('lognormal' in duration) {
    const [median, sigma] = duration.lognormal;
    const mu = `${imports.use('math')}.log(${pythonNumber(median)})`;
    return call(`${attribute}.lognormvariate`, [mu, pythonNumber(sigma)]);
  }
  const values = duration.choice.map(([value]) => value);
  const weights = duration.choice.map(([, weight]) => weight);
  return suffixed(call(`${attribute}.choices`, [numberList(values), numberList(weights)]), '[0]');
}

/** Whether a duration is drawn: of a mean or a median of 0, none is. */
function isDrawn(duration: Exclude<Duration, number>): boolean {
  if ('exponential' in duration) return duration.exponential > 0;
  return !('lognormal' in duration) || duration.lognormal[0] > 0;
}

/** The streams of random draws that a program needs, nodes first. */
export function streamsOf(schedule: Schedule): readonly Stream[] {
  const streams: Stream[] = [];
  const add = (duration: Duration, stream: Stream): void => {
    if (typeof duration !== 'number' && isDrawn(duration)) streams.push(stream);
  };
  for (const node of schedule.nodes) {
    if ('delay' in node) add(node.delay, delayStream(node));
  }
  for (const [name, { steps }] of Object.entries(schedule.functions)) {
    steps.forEach((step, index) => {
      if (step.when?.chance !== undefined) streams.push(stepStream(name, index, 'chance'));
      if (step.do === 'block') add(step.for, stepStream(name, index, 'for'));
    });
  }
  return streams;
}
