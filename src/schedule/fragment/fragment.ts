import * as z from 'zod/mini';

import { nodeSchema } from '#schedule/nodeSchema.ts';
import { functionSchema, MAX_NODES } from '#schedule/schema.ts';
import { must, name, said } from '#schedule/schemaParts.ts';
import { msg } from '#words/words.ts';

/** The value of `format` in every fragment. */
export const FRAGMENT_FORMAT = 'reactor-studio/nodes';

/** The version of the fragment format that this program writes. */
export const FRAGMENT_VERSION = 1;

const nodes = z.array(nodeSchema, { error: must(msg('a list of nodes')) }).check(
  z.maxLength(MAX_NODES, {
    error: said(msg('must have at most {{most}} nodes'), { most: MAX_NODES }),
  }),
);

/** A part of a schedule as the clipboard holds it. Unknown keys are refused by name. */
export const fragmentSchema = z.strictObject(
  {
    format: z.literal(FRAGMENT_FORMAT, { error: must(`"${FRAGMENT_FORMAT}"`) }),
    version: z.literal(FRAGMENT_VERSION, { error: must(String(FRAGMENT_VERSION)) }),
    functions: z._default(
      z.record(name, functionSchema, { error: must(msg('an object of functions')) }),
      {},
    ),
    nodes,
    resources: z._default(nodes, []),
  },
  { error: must(msg('nodes that were copied')) },
);

/**
 * Nodes that were copied out of a schedule, with the functions that they call. They may name nodes
 * that were not copied. `resources` are the semaphores and queues that the nodes cannot be without
 * and that were not copied themselves: they come along where the other schedule has none of that
 * name.
 */
export type Fragment = z.output<typeof fragmentSchema>;
