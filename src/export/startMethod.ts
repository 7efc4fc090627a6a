import { assertNever } from '#base/assertNever.ts';
import { pythonNumber } from '#base/python.ts';
import { chainOf, givesDeferred } from '#schedule/language.ts';
import type { ChainLink, ScheduleNode } from '#schedule/schema.ts';

import { deferredAttribute, delayStream, nodeAttribute } from './attributes.ts';
import { clockAttribute, nodeOf, type ExportContext } from './context.ts';
import { writeDocstring } from './docstring.ts';
import { durationExpression } from './durations.ts';
import { bracketed, call, prefixed, type Layout } from './layout.ts';
import { numberList } from './literals.ts';
import type { LineRange, LineWriter } from './lineWriter.ts';
import { startWords } from './startWords.ts';
import { writeStartedCheck } from './stepStatements.ts';

type StartableNode = Exclude<ScheduleNode, { kind: 'service' | 'semaphore' | 'queue' }>;
type DeferredNode = Extract<StartableNode, { chain: unknown }>;

/** Writes the method that starts a node, and gives the lines of the links of its chain. */
export function writeStartMethod(
  writer: LineWriter,
  node: StartableNode,
  context: ExportContext,
): readonly LineRange[] {
  const links: LineRange[] = [];
  const result = givesDeferred(node.kind)
    ? `${context.imports.use('defer')}.Deferred[${context.imports.use('Any')}]`
    : 'None';
  writer.write(`def start_${node.id}(self) -> ${result}:`);
  writer.indented(() => {
    writeDocstring(writer, [startWords(node)]);
    if (node.kind === 'callLater') {
      const delay = durationExpression(node.delay, delayStream(node), context.imports);
      const later = call(`${clockAttribute(context)}.callLater`, [delay, `self.${node.call}`]);
      writer.write(prefixed(`${nodeAttribute(node)} = `, later));
    } else if (node.kind === 'outsideEvent') {
      writeMoments(writer, node, context);
    } else {
      links.push(...writeDeferred(writer, node, context));
    }
  });
  return links;
}

function writeMoments(
  writer: LineWriter,
  node: Extract<ScheduleNode, { kind: 'outsideEvent' }>,
  context: ExportContext,
): void {
  const later = (moment: string): string =>
    `${clockAttribute(context)}.callLater(${moment}, self.${node.call})`;
  const [first] = node.at;
  if (first === undefined || node.at.length === 1) {
    const calls = first === undefined ? [] : [later(pythonNumber(first))];
    writer.write(prefixed(`${nodeAttribute(node)} = `, bracketed('[', calls, ']')));
    return;
  }
  writer.write(prefixed('moments = ', numberList(node.at)));
  const calls = `[${later('moment')} for moment in moments]`;
  writer.write(`${nodeAttribute(node)} = ${calls}`);
}

function writeDeferred(
  writer: LineWriter,
  node: DeferredNode,
  context: ExportContext,
): readonly LineRange[] {
  if (node.kind === 'deferredList') writeMembers(writer, node, context);
  const keepsDeferred =
    (node.kind !== 'loopingCall' && node.kind !== 'cooperate') ||
    context.keptDeferreds.has(node.id);
  const isPlain = chainOf(node).length === 0;
  const made = deferredExpression(node, context);
  if (node.kind === 'cooperate') {
    if (isPlain) {
      writer.write(prefixed(`${nodeAttribute(node)} = `, made));
      const done = `${nodeAttribute(node)}.whenDone()`;
      if (keepsDeferred) writer.write(`${deferredAttribute(node)} = ${done}`);
      writer.write(`return ${keepsDeferred ? deferredAttribute(node) : done}`);
      return [];
    }
    writer.write(prefixed('steps = ', made));
    writer.write('d = steps.whenDone()');
  } else if (isPlain) {
    const attribute = deferredAttribute(node);
    if (keepsDeferred) writer.write(prefixed(`${attribute} = `, made));
    writer.write(keepsDeferred ? `return ${attribute}` : prefixed('return ', made));
    return [];
  } else {
    writer.write(prefixed('d = ', made));
  }
  const links = chainOf(node).map((link) =>
    writer.range(() => writer.write(linkStatement(link, context))),
  );
  if (node.kind === 'cooperate') writer.write(`${nodeAttribute(node)} = steps`);
  if (keepsDeferred) writer.write(`${deferredAttribute(node)} = d`);
  writer.write('return d');
  return links;
}

/** What makes the Deferred of a node; of a cooperative task: the task. */
function deferredExpression(node: DeferredNode, context: ExportContext): Layout {
  const { imports } = context;
  const clock = clockAttribute(context);
  switch (node.kind) {
    case 'deferLater': {
      const delay = durationExpression(node.delay, delayStream(node), imports);
      const called = node.call === undefined ? [] : [`self.${node.call}`];
      return call(`${imports.use('task')}.deferLater`, [clock, delay, ...called]);
    }
    case 'loopingCall':
      return call(`${nodeAttribute(node)}.start`, [
        pythonNumber(node.interval),
        ...(node.now ? [] : ['now=False']),
      ]);
    case 'deferred':
      return call(
        `${imports.use('defer')}.Deferred`,
        node.canceller === undefined ? [] : [`self.${node.canceller}`],
      );
    case 'deferredList':
      return gathering(node, context);
    case 'coroutine':
      return call(`${imports.use('defer')}.Deferred.fromCoroutine`, [`self.${node.call}()`]);
    case 'cooperate': {
      const maker = context.clock === 'clock' ? 'self._cooperator' : imports.use('task');
      const times =
        node.count === undefined
          ? `${imports.use('itertools')}.repeat(None)`
          : `range(${node.count})`;
      // Never broken: Python takes no comma behind a generator expression.
      return `${maker}.cooperate(self.${node.call}() for _ in ${times})`;
    }
    case 'deferToThread':
      return call(`${imports.use('threads')}.deferToThreadPool`, [
        clock,
        'self._pool',
        `self.${node.call}`,
      ]);
    case 'guarded':
      return call(`self.${node.semaphore}.run`, [`self.${node.call}`]);
    case 'queueGet':
      return `self.${node.queue}.get()`;
    default:
      return assertNever(node);
  }
}

type ListNode = Extract<ScheduleNode, { kind: 'deferredList' }>;

function writeMembers(writer: LineWriter, node: ListNode, context: ExportContext): void {
  for (const id of node.members) {
    const member = nodeOf(context, id);
    if (node.startMembers) writer.write(`self.start_${id}()`);
    else writeStartedCheck(writer, member, deferredAttribute(member));
  }
}

function gathering(node: ListNode, context: ExportContext): Layout {
  const deferreds = node.members.map((id) => deferredAttribute(nodeOf(context, id)));
  const flags = (['fireOnOneCallback', 'fireOnOneErrback', 'consumeErrors'] as const)
    .filter((flag) => node[flag])
    .map((flag) => `${flag}=True`);
  const maker = node.gather ? 'gatherResults' : 'DeferredList';
  return call(`${context.imports.use('defer')}.${maker}`, [
    bracketed('[', deferreds, ']'),
    ...flags,
  ]);
}

function linkStatement(link: ChainLink, context: ExportContext): Layout {
  if (link.timeout !== undefined) {
    return call('d.addTimeout', [pythonNumber(link.timeout), clockAttribute(context)]);
  }
  if (link.both !== undefined) return call('d.addBoth', [`self.${link.both}`]);
  const { callback, errback } = link;
  if (callback !== undefined && errback !== undefined) {
    return call('d.addCallbacks', [`self.${callback}`, `self.${errback}`]);
  }
  return callback === undefined
    ? call('d.addErrback', [`self.${errback}`])
    : call('d.addCallback', [`self.${callback}`]);
}
