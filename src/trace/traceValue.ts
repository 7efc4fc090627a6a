import type { Json } from '#base/json.ts';
import { pythonRepr } from '#base/python.ts';

/**
 * A Python value in the trace: JSON, a failure with its exception, a list or tuple with something
 * else than JSON in it, or any other object by its class name (a LoopingCall's Deferred fires with
 * the LoopingCall).
 */
export type TraceValue =
  | { readonly is: 'json'; readonly json: Json }
  | FailureValue
  | { readonly is: 'list' | 'tuple'; readonly items: readonly TraceValue[] }
  | { readonly is: 'object'; readonly className: string };

/** A failure in the trace. */
export interface FailureValue {
  readonly is: 'failure';
  /** The exception's class, and `str()` of it. */
  readonly type: string;
  readonly message: string;
  /** The module of the class, where it is not Python's own. */
  readonly module?: string;
  /** `repr()` of the exception, where it is not made from class and text. */
  readonly repr?: string;
  /** Of a FirstError: which element of the list it was, and with what. */
  readonly first?: { readonly index: number; readonly error: FailureValue };
}

/** Python's `None`. */
export const NONE: TraceValue = { is: 'json', json: null };

/** The value as Python's `repr` shows it; a failure as the `repr` of its exception. */
export function reprOf(value: TraceValue): string {
  return value.is === 'failure' ? exceptionRepr(value) : innerRepr(value);
}

/** A value as a line of output shows it: `str()` of a value, `repr()` of a failure's exception. */
export function toOutput(value: TraceValue): string {
  return value.is === 'json' && typeof value.json === 'string' ? value.json : reprOf(value);
}

/** The start of {@link reprOf}, cut with `…` to at most `length` characters. */
export function shortRepr(value: TraceValue, length = 24): string {
  const text = reprOf(value);
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function exceptionRepr({ type, message, repr }: FailureValue): string {
  return repr ?? `${type}(${message === '' ? '' : pythonRepr(message)})`;
}

/** The same inside a list, where Python shows the Failure and not its exception. */
function innerRepr(value: TraceValue): string {
  switch (value.is) {
    case 'json':
      return pythonRepr(value.json);
    case 'failure':
      return `<twisted.python.failure.Failure ${value.module ?? 'builtins'}.${value.type}: ${value.message}>`;
    case 'list':
      return `[${value.items.map(innerRepr).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(innerRepr).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'object':
      return `<${value.className}>`;
  }
}
