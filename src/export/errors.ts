import { exceptionSource } from '#schedule/exceptions.ts';
import type { Schedule, ScheduleError } from '#schedule/schema.ts';

import type { Imports, UsedModule } from './imports.ts';
import { call, type Layout } from './layout.ts';
import { stringLiteral } from './textTemplate.ts';

const MODULES: ReadonlyMap<string, UsedModule> = new Map([
  ['twisted.internet.defer', 'defer'],
  ['twisted.internet.error', 'error'],
  ['twisted.internet.task', 'task'],
]);

/** How the program names an exception class. */
export function exceptionName(type: string, imports: Imports): string {
  const source = exceptionSource(type);
  if (source.from !== 'module') return type;
  const module = MODULES.get(source.module);
  if (module === undefined) throw new Error(`The export imports nothing from ${source.module}`);
  return `${imports.use(module)}.${type}`;
}

/** A new exception: `ValueError("no feed")`. */
export function exceptionExpression({ type, message }: ScheduleError, imports: Imports): Layout {
  return call(exceptionName(type, imports), message === '' ? [] : [stringLiteral(message)]);
}

/** All exception classes that a schedule names. */
export function errorTypesOf(schedule: Schedule): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { steps } of Object.values(schedule.functions)) {
    for (const step of steps) {
      if (step.when?.error !== undefined) types.add(step.when.error);
      if ('error' in step) types.add(step.error.type);
    }
  }
  return types;
}

/** Those that the program makes itself. */
export function ownErrorTypes(types: ReadonlySet<string>): readonly string[] {
  return [...types].filter((type) => exceptionSource(type).from === 'schedule');
}
