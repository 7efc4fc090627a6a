// not shown in this file: the schema is published in English
import * as z from 'zod/mini';

import { inEnglish } from '#words/words.ts';

import { breakpointSchema } from './breakpointSchema.ts';
import { durationSchema } from './durationSchema.ts';
import { KIND_SUMMARIES } from './kindWords.ts';
import { linkSchema, nodeSchema } from './nodeSchema.ts';
import { scheduleSchema, VERSION } from './schema.ts';
import { json, name, seconds } from './schemaParts.ts';
import { stepSchema, whenSchema } from './stepSchema.ts';

/** The name of the file in which the JSON Schema of this version is published. */
export const SCHEMA_FILE = `schedule-v${VERSION}.schema.json`;

/**
 * The JSON Schema of a document, for editors and other programs: draft 2020-12. It says the shape.
 * What a schema cannot say, such as references that lead to something, `parseSchedule` checks.
 */
export function scheduleJsonSchema(): object {
  const schema = z.toJSONSchema(scheduleSchema, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: described(),
    override({ zodSchema, jsonSchema }) {
      // The checks of a name are code, which no JSON Schema can hold; most of it is a pattern.
      if (zodSchema === name) jsonSchema.pattern = '^[A-Za-z][A-Za-z0-9_]*$';
      if (zodSchema === eventBreakpoint) jsonSchema.anyOf = [needs('event'), needs('node')];
      if (zodSchema === linkSchema) jsonSchema.oneOf = LINK_FORMS;
      if (zodSchema === returnStep) jsonSchema.oneOf = [needs('value'), needs('input')];
    },
  });
  for (const [field, description] of Object.entries(FIELDS)) {
    const property = schema.properties?.[field];
    if (typeof property === 'object') property.description = description;
  }
  const { $schema, ...rest } = schema;
  return { $schema, $id: `urn:reactor-studio:schedule:v${VERSION}`, ...rest };
}

const needs = (...required: string[]): z.core.JSONSchema.BaseSchema => ({ required });

/** A link has the sides of a pair, or one function for both rails, or a timeout. */
const LINK_FORMS: z.core.JSONSchema.BaseSchema[] = [
  { anyOf: [needs('callback'), needs('errback')] },
  needs('both'),
  needs('timeout'),
];

const returnStep = stepSchema.def.options.find(({ shape }) => shape.do.safeParse('return').success);

const eventBreakpoint = breakpointSchema.def.options.find(
  ({ shape }) => shape.on.safeParse('event').success,
);

const FIELDS: Readonly<Record<keyof typeof scheduleSchema.shape, string>> = {
  format: 'Says that this is a schedule.',
  version: 'The version of the format.',
  name: 'What the schedule is called.',
  notes: 'Free text.',
  horizon: 'The virtual second up to which it is simulated.',
  seed: 'Where random draws come from: the same seed gives the same run.',
  clock: 'What the program runs on: the reactor, or a task.Clock that is advanced by hand.',
  advances:
    'How a test clock is advanced: from deadline to deadline, or by these seconds one after the other.',
  epoch: 'The date and time that virtual second 0 stands for: a label only.',
  threadPool: 'How few and how many threads the pool of the reactor has.',
  functions: 'The functions of the program by name: steps that run in order.',
  nodes: 'The objects of the program, in the order in which it starts them.',
  breakpoints: 'Where playing stops. They change nothing of the run.',
  timeline: 'How the lanes of the timeline are laid out. It changes nothing of the run.',
};

/** What the schema's parts are called, and what they mean. */
function described(): z.core.$ZodRegistry<{ id?: string; title?: string; description?: string }> {
  const registry = z.registry<{ id?: string; title?: string; description?: string }>();
  registry.add(scheduleSchema, {
    title: 'Schedule',
    description: 'A schedule of Reactor Studio: what its exported Twisted program does.',
  });
  registry.add(name, {
    id: 'name',
    description:
      'An id of a node or the name of a function: a Python name that is no keyword. Both share one space.',
  });
  registry.add(seconds, { id: 'seconds', description: 'Virtual seconds: 0, or from 1e-9 on.' });
  registry.add(durationSchema, {
    id: 'duration',
    description: 'Virtual seconds, or how they are drawn each time they are needed.',
  });
  registry.add(json, { id: 'json', description: 'Any JSON value.' });
  registry.add(whenSchema, {
    id: 'when',
    description: 'When a step runs: all that is given must hold. Calls are counted from 1.',
  });
  registry.add(linkSchema, {
    id: 'link',
    description:
      'A link of a callback chain: callback, errback or these two; or both alone; or timeout alone.',
  });
  registry.add(stepSchema, { id: 'step', description: 'A step of a function.' });
  registry.add(breakpointSchema, {
    id: 'breakpoint',
    description:
      'Where playing stops: what it waits for, the node that it is narrowed to, whether it is on.',
  });
  registry.add(nodeSchema, { id: 'node', description: 'An object of the program.' });
  for (const option of nodeSchema.def.options) {
    const [kind] = option.shape.kind.def.values;
    if (kind === undefined) continue;
    registry.add(option, { description: `${kind}: ${inEnglish(KIND_SUMMARIES[kind])}` });
  }
  return registry;
}
