import * as z from 'zod/mini';

import { KINDS } from '#trace/eventKinds.ts';

/** A text in both languages. */
const text = z.strictObject({ en: z.string(), zh: z.string() });
const texts = z.array(text);
const times = z.array(z.number());
const lines = z.array(z.string());
const event = z.enum(KINDS);
const id = z.string();

/**
 * What a run did, or what a document has. Times are virtual seconds, to the microsecond; lines are
 * those that the program prints, without their times.
 */
const claim = z.discriminatedUnion('is', [
  /** These lines and no others were printed. */
  z.strictObject({ is: z.literal('output'), lines }),
  /** These lines were printed in this order, among others. */
  z.strictObject({ is: z.literal('prints'), lines }),
  /** None of these was printed. */
  z.strictObject({ is: z.literal('printsNot'), lines }),
  /** A kind of event happened to a node at these times and no others. */
  z.strictObject({ is: z.literal('times'), node: id, event, times }),
  /** So many events of a kind happened, to a node or to all. */
  z.strictObject({ is: z.literal('count'), node: z.optional(id), event, count: z.number() }),
  /** So many failures are logged as unhandled, in the run or at its end. */
  z.strictObject({ is: z.literal('unhandled'), count: z.number() }),
  /** The document has a node of this name. */
  z.strictObject({ is: z.literal('node'), node: id }),
]);

const question = z.discriminatedUnion('is', [
  /** Lines that are put into the order in which they are printed; they stand here in the right one. */
  z.strictObject({ is: z.literal('order'), text, lines }),
  /** One of some answers is right, which `holds` proves; each says why it is right or wrong. */
  z.strictObject({
    is: z.literal('choose'),
    text,
    options: z.array(z.strictObject({ text, why: text })),
    right: z.number(),
    holds: z.array(claim),
  }),
  /** A number of times, or of something that happened. */
  z.strictObject({
    is: z.literal('number'),
    text,
    unit: text,
    right: z.number(),
    holds: z.array(claim),
  }),
  /** What is printed, a line each. */
  z.strictObject({ is: z.literal('printed'), text, lines }),
]);

/** A lesson as its file has it: `docs/lessons.md` tells of each part. */
export const lessonSchema = z.strictObject({
  id,
  title: text,
  /** What many believe before. */
  belief: text,
  /** The document that it begins with, in the schedule language; its name is the title. */
  schedule: z.record(z.string(), z.unknown()),
  situation: texts,
  question,
  /** What to do and to look at while it runs. */
  run: texts,
  /** What to look at then: a node, and a time of the run. */
  look: z.strictObject({ node: id, time: z.number() }),
  answer: texts,
  /** What the run does, whatever was asked. */
  claims: z.array(claim),
  change: z.strictObject({
    text: texts,
    /** What must be true of the changed document and its run. */
    goal: z.array(claim),
    /** One way to it: functions and fields of nodes and of the document, in the place of what is there. */
    solution: z.strictObject({
      functions: z.optional(z.record(z.string(), z.unknown())),
      nodes: z.optional(z.array(z.looseObject({ id }))),
      document: z.optional(z.record(z.string(), z.unknown())),
    }),
  }),
  reading: z.array(z.strictObject({ title: z.string(), url: z.string() })),
});

/** A lesson. */
export type Lesson = z.infer<typeof lessonSchema>;
/** A text in both languages. */
export type LessonText = z.infer<typeof text>;
/** What a run did, or what a document has. */
export type Claim = z.infer<typeof claim>;
/** A question that is asked before the run. */
export type Question = z.infer<typeof question>;
