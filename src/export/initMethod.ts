import { assertNever } from '#base/assertNever.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { callsAttribute, deferredAttribute, nodeAttribute, type Stream } from './attributes.ts';
import type { ExportContext } from './context.ts';
import { call, prefixed } from './layout.ts';
import type { LineRange, LineWriter } from './lineWriter.ts';

/** How long a Cooperator on a test clock waits between its steps, in seconds: next to nothing. */
const COOPERATOR_DELAY = '1e-8';

/** Writes `__init__`, and gives the lines of each node in it. */
export function writeInit(
  writer: LineWriter,
  context: ExportContext,
  streams: readonly Stream[],
): ReadonlyMap<string, LineRange> {
  const { schedule, imports, clock } = context;
  const lines = new Map<string, LineRange>();
  writer.write(`def __init__(self, ${clock}: ${clockType(context)}) -> None:`);
  writer.indented(() => {
    writer.write(`self._${clock} = ${clock}`);
    if (context.showsTime && clock === 'reactor') writer.write('self._began = reactor.seconds()');
    for (const name of context.counted) {
      writer.write(`${callsAttribute(name)} = ${imports.use('itertools')}.count(1)`);
    }
    for (const { attribute, place } of streams) {
      writer.write(`${attribute} = ${imports.use('random')}.Random(f"{SEED}/${place}")`);
    }
    if (schedule.nodes.some((node) => node.kind === 'deferToThread')) writePool(writer, context);
    if (clock === 'clock' && schedule.nodes.some((node) => node.kind === 'cooperate')) {
      const scheduler = `scheduler=lambda step: clock.callLater(${COOPERATOR_DELAY}, step)`;
      writer.write(
        prefixed('self._cooperator = ', call(`${imports.use('task')}.Cooperator`, [scheduler])),
      );
    }
    for (const node of schedule.nodes) {
      if (node.kind === 'service') continue;
      lines.set(
        node.id,
        writer.range(() => writeAttributes(writer, node, context)),
      );
    }
  });
  return lines;
}

/** The type of the clock that a program runs on. */
export function clockType({ clock, imports }: ExportContext): string {
  return clock === 'clock' ? `${imports.use('task')}.Clock` : imports.use('ReactorBase');
}

function writePool(writer: LineWriter, { schedule, imports }: ExportContext): void {
  const { min, max } = schedule.threadPool;
  const pool = call(imports.use('ThreadPool'), [`minthreads=${min}`, `maxthreads=${max}`]);
  writer.write(prefixed('self._pool = ', pool));
  writer.write('reactor.callWhenRunning(self._pool.start)');
  writer.write('reactor.addSystemEventTrigger("during", "shutdown", self._pool.stop)');
}

function writeAttributes(
  writer: LineWriter,
  node: Exclude<ScheduleNode, { kind: 'service' }>,
  context: ExportContext,
): void {
  const { imports, clock } = context;
  const attribute = nodeAttribute(node);
  const optional = (name: string, type: string): void => {
    writer.write(`${name}: ${type} | None = None`);
  };
  const deferredType = (): string => `${imports.use('defer')}.Deferred[${imports.use('Any')}]`;
  switch (node.kind) {
    case 'loopingCall': {
      const maker = `${imports.use('task')}.LoopingCall${node.withCount ? '.withCount' : ''}`;
      writer.write(prefixed(`${attribute} = `, call(maker, [`self.${node.call}`])));
      writer.write(`${attribute}.clock = ${clock}`);
      break;
    }
    case 'semaphore': {
      const module = imports.use('defer');
      writer.write(
        node.tokens === 1
          ? `${attribute} = ${module}.DeferredLock()`
          : `${attribute} = ${module}.DeferredSemaphore(${node.tokens})`,
      );
      return;
    }
    case 'queue': {
      const bounds = [
        ...(node.size === undefined ? [] : [`size=${node.size}`]),
        ...(node.backlog === undefined ? [] : [`backlog=${node.backlog}`]),
      ];
      const type = `${imports.use('defer')}.DeferredQueue`;
      writer.write(prefixed(`${attribute}: ${type}[${imports.use('Any')}] = `, call(type, bounds)));
      return;
    }
    case 'callLater':
      return optional(attribute, imports.use('IDelayedCall'));
    case 'outsideEvent':
      return writer.write(`${attribute}: list[${imports.use('IDelayedCall')}] = []`);
    case 'cooperate':
      optional(attribute, `${imports.use('task')}.CooperativeTask`);
      break;
    case 'deferLater':
    case 'deferred':
    case 'deferredList':
    case 'coroutine':
    case 'deferToThread':
    case 'guarded':
    case 'queueGet':
      return optional(attribute, deferredType());
    default:
      return assertNever(node);
  }
  if (context.keptDeferreds.has(node.id)) optional(deferredAttribute(node), deferredType());
}
