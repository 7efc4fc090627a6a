import { FirstError } from '#reactor/deferredList.ts';
import { Failure } from '#reactor/failure.ts';

import type { Shown } from './case.ts';

/** A JSON form of a value, as the harness in Python writes it: without addresses, paths and lines. */
export function show(value: unknown): Shown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return showNumber(value);
  if (value instanceof Failure) return { failure: value.typeName, msg: messageOf(value) };
  if (value instanceof Error) return { exception: value.name, msg: value.message };
  if (isArray(value)) return value.map(show);
  if (typeof value === 'function') return isClass(value) ? className(value) : '<function>';
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return showFields(value);
    if (Symbol.iterator in value && 'next' in value) return '<generator>';
  }
  return `<${className(value.constructor)}>`;
}

/** The text of a failure: of a FirstError its `repr`, because in Python a traceback is in the text. */
function messageOf(failure: Failure): string {
  const { value } = failure;
  return value instanceof FirstError ? value.repr() : failure.getErrorMessage();
}

/** The name of an exception's class and its text; of what is no exception, as much as there is. */
export function describeThrown(thrown: unknown): { readonly error: string; readonly msg: string } {
  return thrown instanceof Error
    ? { error: thrown.name, msg: thrown.message }
    : { error: typeof thrown, msg: String(thrown) };
}

/** The values of a record in their JSON form. */
export function showFields(fields: object): { [key: string]: Shown } {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, show(value)]));
}

function showNumber(value: number): Shown {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return value;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isClass(value: object): boolean {
  return Function.prototype.toString.call(value).startsWith('class');
}

function className(type: object): string {
  return 'className' in type ? String(type.className) : (type as { readonly name: string }).name;
}
