import type { Json } from '#base/json.ts';
import { pythonRepr } from '#base/python.ts';

/** `repr(value)`: of JSON as Python has it, of all else by its own `repr`, or the name of its class. */
export function reprOf(value: unknown): string {
  if (value === undefined || value === null) return 'None';
  if (isArray(value)) return `[${value.map(reprOf).join(', ')}]`;
  if (typeof value === 'object') {
    if (hasRepr(value)) return value.repr();
    return isPlain(value) ? pythonRepr(value as Json) : `<${classNameOf(value)}>`;
  }
  return typeof value === 'function' ? `<function ${value.name}>` : pythonRepr(value as Json);
}

/** The name of a value's type, as an error of Python has it: `NoneType`, `int`, `str`. */
export function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    case 'function':
      return 'function';
    default:
      return classNameOf(value);
  }
}

/** The name of the class of an object: the one that it gives itself, for a build may rename it. */
export function classNameOf(value: object): string {
  const type: object = value.constructor;
  return 'className' in type ? String(type.className) : (type as { readonly name: string }).name;
}

function hasRepr(value: object): value is { repr(): string } {
  return 'repr' in value && typeof value.repr === 'function';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
