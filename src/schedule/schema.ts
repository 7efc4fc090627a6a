import * as z from 'zod/mini';

import { msg, t } from '#words/words.ts';

import { breakpointSchema, MAX_BREAKPOINTS } from './breakpointSchema.ts';
import { nodeSchema } from './nodeSchema.ts';
import type { errorSchema } from './schemaParts.ts';
import { MAX_LABEL, must, name, seconds, text, whole, said } from './schemaParts.ts';
import { stepSchema, type Step } from './stepSchema.ts';
import { timelineSchema } from './timelineSchema.ts';

export type { Breakpoint, BreakpointKind } from './breakpointSchema.ts';
export type { Distribution, Duration } from './durationSchema.ts';
export type { ChainLink, NodeKind, ScheduleNode } from './nodeSchema.ts';
export type { Step, When } from './stepSchema.ts';
export type { LaneHeight, TimelineLanes } from './timelineSchema.ts';

/** The value of `format` in every document. */
export const FORMAT = 'reactor-studio/schedule';

/** The version of the document format that this program writes. */
export const VERSION = 1;

/** Bounds of a document: what is larger is refused by name, before anything is built from it. */
export const MAX_NODES = 50_000;
const MAX_STEPS = 1_000;
const MAX_ADVANCES = 10_000;

/** A function: steps that run in order when it is called. */
export const functionSchema = z.strictObject(
  {
    steps: z.array(stepSchema, { error: must(msg('a list of steps')) }).check(
      z.maxLength(MAX_STEPS, {
        error: said(msg('must have at most {{most}} steps'), { most: MAX_STEPS }),
      }),
    ),
  },
  { error: must('{ "steps": [ … ] }') },
);

const threadPool = z
  .strictObject({ min: whole(0, 1000), max: whole(1, 1000) }, { error: must('{ "min", "max" }') })
  .check(
    z.refine(({ min, max }) => min <= max, {
      error: ({ input }) => {
        const { min, max } = input as { min: number; max: number };
        return t('must not have a min of {{min}} above its max of {{max}}: lower min', {
          min,
          max,
        });
      },
    }),
  );

/** The whole document, version 1. Unknown keys are refused by name. */
export const scheduleSchema = z.strictObject(
  {
    format: z.literal(FORMAT, { error: must(`"${FORMAT}"`) }),
    version: z.literal(VERSION, { error: must(String(VERSION)) }),
    name: z.string({ error: must('text') }).check(
      z.maxLength(MAX_LABEL, {
        error: said(msg('must have at most {{most}} characters'), { most: MAX_LABEL }),
      }),
    ),
    notes: z._default(text, ''),
    horizon: seconds,
    seed: z._default(z.int({ error: must(msg('a whole number')) }), 1),
    clock: z._default(
      z.enum(['reactor', 'testClock'], { error: must('"reactor" or "testClock"') }),
      'reactor',
    ),
    advances: z._default(
      z.union(
        [
          z.literal('deadlines'),
          z.array(seconds).check(
            z.maxLength(MAX_ADVANCES, {
              error: said(msg('must have at most {{most}} advances'), { most: MAX_ADVANCES }),
            }),
          ),
        ],
        { error: must(msg('"deadlines" or a list of seconds')) },
      ),
      'deadlines',
    ),
    epoch: z._default(
      z.nullable(z.iso.datetime({ offset: true, error: must(msg('an ISO date-time or null')) })),
      null,
    ),
    threadPool: z._default(threadPool, { min: 0, max: 10 }),
    functions: z.record(name, functionSchema, { error: must(msg('an object of functions')) }),
    nodes: z.array(nodeSchema, { error: must(msg('a list of nodes')) }).check(
      z.maxLength(MAX_NODES, {
        error: said(msg('must have at most {{most}} nodes'), { most: MAX_NODES }),
      }),
    ),
    breakpoints: z._default(
      z.array(breakpointSchema, { error: must(msg('a list of breakpoints')) }).check(
        z.maxLength(MAX_BREAKPOINTS, {
          error: said(msg('must have at most {{most}} breakpoints'), { most: MAX_BREAKPOINTS }),
        }),
      ),
      [],
    ),
    timeline: z.optional(timelineSchema),
  },
  { error: must(msg('a schedule document')) },
);

/** A schedule document: what is drawn, saved, compiled and exported. */
export type Schedule = z.output<typeof scheduleSchema>;
/** A function: steps that run in order when it is called. */
export type ScheduleFunction = z.output<typeof functionSchema>;
/** What a step does. */
export type StepKind = Step['do'];
/** A Python exception in a document. */
export type ScheduleError = z.output<typeof errorSchema>;
