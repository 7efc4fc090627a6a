import { assertNever } from '#base/assertNever.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { nodeAttribute } from './attributes.ts';
import type { ExportContext } from './context.ts';
import { writeDocstring } from './docstring.ts';
import type { LineWriter } from './lineWriter.ts';
import { startWords } from './startWords.ts';

/** Writes the methods that start and stop a service with its members. */
export function writeServiceMethods(
  writer: LineWriter,
  node: ScheduleNode,
  context: ExportContext,
): void {
  const members = context.members.get(node.id) ?? [];
  writer.write(`def start_${node.id}(self) -> None:`);
  writer.indented(() => {
    writeDocstring(writer, [startWords(node)]);
    for (const member of members) {
      if (member.starts === 'service' && isStarted(member)) {
        writer.write(`self.start_${member.id}()`);
      }
    }
  });
  writer.blank();
  writer.write(`def stop_${node.id}(self) -> None:`);
  writer.indented(() => {
    writeDocstring(writer, [`Stop the service ${node.id} and what is in it, last first.`]);
    const lastFirst = members.toReversed();
    for (const member of lastFirst)
      if (member.kind === 'service') writeStop(writer, member, context);
    for (const member of lastFirst)
      if (member.kind !== 'service') writeStop(writer, member, context);
  });
}

function isStarted(node: ScheduleNode): boolean {
  return node.kind !== 'semaphore' && node.kind !== 'queue';
}

function writeStop(writer: LineWriter, node: ScheduleNode, { imports }: ExportContext): void {
  const attribute = nodeAttribute(node);
  const when = (condition: string, ...statements: readonly string[]): void => {
    writer.write(condition);
    writer.indented(() => statements.forEach((statement) => writer.write(statement)));
  };
  switch (node.kind) {
    case 'service':
      return writer.write(`self.stop_${node.id}()`);
    case 'loopingCall':
      return when(`if ${attribute}.running:`, `${attribute}.stop()`);
    case 'callLater':
      return when(
        `if ${attribute} is not None and ${attribute}.active():`,
        `${attribute}.cancel()`,
      );
    case 'outsideEvent':
      writer.write(`for moment in ${attribute}:`);
      return writer.indented(() => when('if moment.active():', 'moment.cancel()'));
    case 'cooperate':
      writer.write(`if ${attribute} is not None:`);
      return writer.indented(() => {
        when('try:', `${attribute}.stop()`);
        when(`except ${imports.use('task')}.TaskFinished:`, 'pass');
      });
    case 'deferLater':
    case 'deferred':
    case 'deferredList':
    case 'coroutine':
    case 'deferToThread':
    case 'guarded':
    case 'queueGet':
      return when(`if ${attribute} is not None:`, `${attribute}.cancel()`);
    case 'semaphore':
    case 'queue':
      return undefined;
    default:
      return assertNever(node);
  }
}
