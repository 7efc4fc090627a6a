import * as z from 'zod/mini';

import type { RunEnd } from '#trace/runEnd.ts';
import type { FailureValue, TraceValue } from '#trace/traceValue.ts';

// The page's content security policy forbids code from strings.
z.config({ jitless: true });

const failure: z.ZodMiniType<FailureValue> = z.lazy(() =>
  z.strictObject({
    is: z.literal('failure'),
    type: z.string(),
    message: z.string(),
    module: z.exactOptional(z.string()),
    repr: z.exactOptional(z.string()),
    first: z.exactOptional(z.strictObject({ index: z.int(), error: failure })),
  }),
);

const value: z.ZodMiniType<TraceValue> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.literal('json'), json: z.json() }),
    failure,
    z.strictObject({ is: z.enum(['list', 'tuple']), items: z.array(value) }),
    z.strictObject({ is: z.literal('object'), className: z.string() }),
  ]),
);

/** The header of a file, as JSON: its schedule is for whoever knows schedules. */
export const HEADER = z.object({
  format: z.string(),
  version: z.int(),
  header: z.looseObject({ nodes: z.array(z.unknown()) }),
  schedule: z.unknown(),
});

/** The values of a batch, as JSON. */
export const VALUES: z.ZodMiniType<readonly TraceValue[]> = z.array(value);

/** How a run ended, as JSON. */
export const END: z.ZodMiniType<RunEnd> = z.strictObject({
  why: z.enum(['horizon', 'stopped', 'idle', 'limit', 'halted']),
  time: z.number(),
  unhandled: z.array(z.strictObject({ node: z.int(), instance: z.int(), error: value })),
  limit: z.nullable(
    z.strictObject({
      what: z.enum(['events', 'instant', 'pending', 'memory']),
      count: z.int(),
      canRaise: z.boolean(),
      nodes: z.array(z.int()),
    }),
  ),
});
