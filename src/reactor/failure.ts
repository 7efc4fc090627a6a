import { BaseException, Exception, NoCurrentExceptionError, qualifiedName } from './errors.ts';
import type { FailureOrigin } from './failureOrigin.ts';
import { typeNameOf } from './pythonText.ts';

/** An exception class, or the full name of one: `builtins.ValueError`. */
export type ExceptionType = ExceptionClass | string;

/** A class of exceptions. */
export type ExceptionClass = abstract new (...args: never[]) => Error;

/**
 * `twisted.python.failure.Failure`: an exception as a value, so that it can travel down a chain
 * (F-1). Anything that was thrown can be its value.
 */
export class Failure {
  readonly value: unknown;
  /** Where it came from, if its Deferred was told to keep that: see `recordOrigins`. */
  origin: FailureOrigin | null = null;

  constructor(value: unknown) {
    this.value = value;
  }

  /** The exception's class; null where the value is none. */
  get type(): ExceptionClass | null {
    return this.value instanceof Error ? (this.value.constructor as ExceptionClass) : null;
  }

  /** The exception's class by name, as `failure.type.__name__`. */
  get typeName(): string {
    return this.value instanceof Error ? this.value.name : typeNameOf(this.value);
  }

  /** `str(failure.value)`. */
  getErrorMessage(): string {
    return this.value instanceof Error ? this.value.message : String(this.value);
  }

  /**
   * The first of the given types that the exception is or derives from, else null (F-2). Bases are
   * followed up to Exception; an exception outside of it is only what its own class is.
   */
  check(...types: readonly ExceptionType[]): ExceptionType | null {
    return types.find((type) => this.#is(type)) ?? null;
  }

  /** As {@link check}, but throws the exception itself where nothing matches (F-3). */
  trap(...types: readonly ExceptionType[]): ExceptionType {
    const found = this.check(...types);
    if (found === null) throw this.value;
    return found;
  }

  /** `repr(failure)` (F-1). */
  repr(): string {
    return `<twisted.python.failure.Failure ${this.#fullName()}: ${this.getErrorMessage()}>`;
  }

  /** `str(failure)` of one without frames (F-1). */
  toString(): string {
    const type = this.#fullName().replace(/^builtins\./, '');
    const text = `<class '${type}'>: ${this.getErrorMessage()}`;
    return `[Failure instance: Traceback (failure with no frames): ${text}\n]`;
  }

  #is(type: ExceptionType): boolean {
    const { value } = this;
    if (typeof type === 'string') return fullNames(value).includes(type);
    if (!(value instanceof BaseException)) return value instanceof type;
    if (!(value instanceof Exception)) return value.constructor === type;
    return type !== Error && type !== BaseException && value instanceof type;
  }

  #fullName(): string {
    return this.value instanceof BaseException
      ? qualifiedName(this.value)
      : `builtins.${this.typeName}`;
  }
}

/** What was thrown, as a Failure; a Failure as it is (D-5). */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure(thrown);
}

/**
 * The Failure for `errback` (D-5).
 *
 * @throws NoCurrentExceptionError for undefined: JavaScript does not tell what is being handled.
 */
export function givenFailure(failure: unknown): Failure {
  if (failure === undefined) throw new NoCurrentExceptionError();
  return toFailure(failure);
}

/** The full names of an exception's class and of its bases; none for one outside of Exception. */
function fullNames(value: unknown): readonly string[] {
  if (!(value instanceof Error)) return [];
  // JavaScript's own errors count as Python's of the same name.
  if (!(value instanceof BaseException)) return [`builtins.${value.name}`, 'builtins.Exception'];
  if (!(value instanceof Exception)) return [];
  const names = [qualifiedName(value)];
  let type: unknown = value.constructor;
  while (isExceptionClass(type)) {
    names.push(`${type.moduleName}.${type.className}`);
    type = Object.getPrototypeOf(type);
  }
  return names;
}

function isExceptionClass(type: unknown): type is typeof BaseException {
  return typeof type === 'function' && 'className' in type;
}
