import type { Json } from '#base/json.ts';
import { pythonRepr } from '#base/python.ts';

/**
 * A Python value in the trace: JSON, a failure with its exception, or any other object by its
 * class name (a LoopingCall's Deferred fires with the LoopingCall).
 */
export type TraceValue =
  | { readonly is: 'json'; readonly json: Json }
  | { readonly is: 'failure'; readonly type: string; readonly message: string }
  | { readonly is: 'object'; readonly className: string };

/** Python's `None`. */
export const NONE: TraceValue = { is: 'json', json: null };

/** The value as Python's `repr` shows it; a failure as the `repr` of its exception. */
export function reprOf(value: TraceValue): string {
  switch (value.is) {
    case 'json':
      return pythonRepr(value.json);
    case 'failure':
      return `${value.type}(${value.message === '' ? '' : pythonRepr(value.message)})`;
    case 'object':
      return `<${value.className}>`;
  }
}

/** The start of {@link reprOf}, cut with `…` to at most `length` characters. */
export function shortRepr(value: TraceValue, length = 24): string {
  const text = reprOf(value);
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
