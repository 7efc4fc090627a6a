import type { Json } from '#base/json.ts';
import { pythonNumber } from '#base/python.ts';

import { bracketed, filled, prefixed, type Layout } from './layout.ts';
import { stringLiteral } from './textTemplate.ts';

/** A JSON value as a Python literal that equals it: `None`, `True`, `"text"`, `{"a": [1, 2.5]}`. */
export function literal(value: Json): Layout {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return stringLiteral(value);
  if (isArray(value)) {
    return value.every((item) => typeof item === 'number')
      ? numberList(value)
      : bracketed('[', value.map(literal), ']');
  }
  const items = Object.entries(value).map(([key, item]) => {
    const name = stringLiteral(key);
    // A key is never broken: it would need brackets.
    return prefixed(`${typeof name === 'string' ? name : name.flat}: `, literal(item));
  });
  return bracketed('{', items, '}');
}

/** A list of numbers, as many on a line as there is room for. */
export function numberList(values: readonly number[]): Layout {
  return values.length === 0 ? '[]' : filled('[', values.map(pythonNumber), ']');
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
