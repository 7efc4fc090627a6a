import { isResource } from '#schedule/language.ts';
import type { Schedule } from '#schedule/schema.ts';

import { exportContext, type ExportContext } from './context.ts';
import { writeDocstring } from './docstring.ts';
import { streamsOf } from './durations.ts';
import { errorTypesOf, ownErrorTypes } from './errors.ts';
import { callersOf } from './callers.ts';
import { writeFunction, type FunctionLines } from './functionMethod.ts';
import { headerParagraphs } from './header.ts';
import { writeInit } from './initMethod.ts';
import { LineWriter, type LineRange } from './lineWriter.ts';
import { writeConstants, writeMain } from './mainFunction.ts';
import { classNameFor, fileNameFor } from './naming.ts';
import { writeServiceMethods } from './serviceMethods.ts';
import { writeStartMethod } from './startMethod.ts';

/** The lines of what a node became: its start method, or where it is made at program begin. */
export interface NodeLines extends LineRange {
  /** The lines of each link of its chain. */
  readonly links: readonly LineRange[];
}

/** A schedule as a Python program. */
export interface PythonExport {
  /** The whole file. */
  readonly text: string;
  /** A name for the file, made from the schedule's name. */
  readonly fileName: string;
  /** The class whose attributes are the nodes and whose methods are the functions. */
  readonly className: string;
  /** The lines of each node, by its id. */
  readonly nodes: ReadonlyMap<string, NodeLines>;
  /** The lines of each function, by its name. */
  readonly functions: ReadonlyMap<string, FunctionLines>;
}

/**
 * Writes a schedule as a program for Twisted, which means what the schedule means. Pure: the same
 * schedule gives the same text.
 *
 * @param schedule a document without errors, as `parseSchedule` gives it
 */
export function exportPython(schedule: Schedule): PythonExport {
  const context = exportContext(schedule);
  const errors = errorTypesOf(schedule);
  const className = classNameFor(schedule.name, errors);
  const fileName = fileNameFor(schedule.name);

  const body = new LineWriter();
  const nodes = new Map<string, NodeLines>();
  const functions = new Map<string, FunctionLines>();
  writeBody(body, context, { className, errors, nodes, functions });

  const head = new LineWriter();
  writeDocstring(head, headerParagraphs(schedule, fileName));
  head.blank();
  const headLines = head.range(() => context.imports.lines().forEach((line) => head.write(line)));
  head.blank();

  const offset = headLines.last + 1;
  return {
    text: head.text() + body.text(),
    fileName,
    className,
    nodes: new Map(
      [...nodes].map(([id, { links, ...lines }]) => [
        id,
        { ...shifted(lines, offset), links: links.map((link) => shifted(link, offset)) },
      ]),
    ),
    functions: new Map(
      [...functions].map(([name, { steps, ...lines }]) => [
        name,
        { ...shifted(lines, offset), steps: steps.map((step) => shifted(step, offset)) },
      ]),
    ),
  };
}

function shifted({ first, last }: LineRange, offset: number): LineRange {
  return { first: first + offset, last: last + offset };
}

interface BodyParts {
  readonly className: string;
  readonly errors: ReadonlySet<string>;
  readonly nodes: Map<string, NodeLines>;
  readonly functions: Map<string, FunctionLines>;
}

/** Writes everything below the imports. */
function writeBody(writer: LineWriter, context: ExportContext, parts: BodyParts): void {
  const streams = streamsOf(context.schedule);
  writeConstants(writer, context, streams.length > 0);
  for (const type of ownErrorTypes(parts.errors)) {
    writer.blank(2);
    writer.write(`class ${type}(Exception):`);
    writer.indented(() => writer.write('"""An error of this program\'s own."""'));
  }
  writer.blank(2);
  writer.write(`class ${parts.className}:`);
  writer.indented(() => {
    writer.write('"""The objects of the program, and the functions that they call."""');
    writer.blank();
    const made = writeInit(writer, context, streams);
    writeNodes(writer, context, made, parts.nodes);
    const callers = callersOf(context.schedule);
    for (const [name, body] of Object.entries(context.schedule.functions)) {
      writer.blank();
      const calledBy = callers.get(name) ?? { named: [], count: 0 };
      parts.functions.set(name, writeFunction(writer, name, body, context, calledBy));
    }
  });
  writer.blank(2);
  writeMain(writer, parts.className, context);
}

function writeNodes(
  writer: LineWriter,
  context: ExportContext,
  made: ReadonlyMap<string, LineRange>,
  lines: Map<string, NodeLines>,
): void {
  for (const node of context.schedule.nodes) {
    if (isResource(node.kind)) {
      const range = made.get(node.id);
      if (range !== undefined) lines.set(node.id, { ...range, links: [] });
      continue;
    }
    writer.blank();
    let links: readonly LineRange[] = [];
    const range = writer.range(() => {
      if (node.kind === 'service') writeServiceMethods(writer, node, context);
      else if (node.kind !== 'semaphore' && node.kind !== 'queue') {
        links = writeStartMethod(writer, node, context);
      }
    });
    lines.set(node.id, { ...range, links });
  }
}
