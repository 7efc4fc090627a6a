import * as z from 'zod/mini';

import { must, seconds } from './schemaParts.ts';

const MAX_CHOICES = 100;

const shape = must(
  'seconds, or { "uniform": [a, b] }, { "exponential": mean }, { "normal": [mean, sd] }, ' +
    '{ "lognormal": [median, sigma] } or { "choice": [[seconds, weight], …] }',
);

const weight = z
  .number({ error: must('a weight > 0') })
  .check(z.gt(0, { error: must('a weight > 0') }), z.lte(1e9, { error: must('at most 1e9') }));

const sigma = z
  .number({ error: must('a number from 0 to 10') })
  .check(
    z.gte(0, { error: must('a number from 0 to 10') }),
    z.lte(10, { error: must('a number from 0 to 10') }),
  );

/** How a duration is drawn each time it is needed. */
export const distributionSchema = z.union(
  [
    z.strictObject({
      uniform: z
        .tuple([seconds, seconds], { error: must('[a, b]') })
        .check(z.refine(([from, to]) => from <= to, { error: must('[a, b] with a not above b') })),
    }),
    z.strictObject({ exponential: seconds }),
    z.strictObject({ normal: z.tuple([seconds, seconds], { error: must('[mean, sd]') }) }),
    z.strictObject({ lognormal: z.tuple([seconds, sigma], { error: must('[median, sigma]') }) }),
    z.strictObject({
      choice: z
        .array(z.tuple([seconds, weight], { error: must('[seconds, weight]') }), {
          error: must('a list of [seconds, weight]'),
        })
        .check(
          z.minLength(1, { error: 'must have at least one choice' }),
          z.maxLength(MAX_CHOICES, { error: `must have at most ${MAX_CHOICES} choices` }),
        ),
    }),
  ],
  { error: shape },
);

/** A number of virtual seconds, or a distribution that one is drawn from each time. */
export const durationSchema = z.union([seconds, distributionSchema], { error: shape });

/** How a duration is drawn. */
export type Distribution = z.output<typeof distributionSchema>;
/** A number of virtual seconds, or how it is drawn. */
export type Duration = z.output<typeof durationSchema>;
