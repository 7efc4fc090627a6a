/**
 * `twisted.python.failure.Failure`: an exception as a value, so that it can travel down a chain
 * (F-1). Anything that was thrown can be its value.
 */
export class Failure {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  /** The exception's class by name, as `failure.type.__name__`. */
  get typeName(): string {
    return this.value instanceof Error ? this.value.name : typeof this.value;
  }

  /** `str(failure.value)`. */
  getErrorMessage(): string {
    return this.value instanceof Error ? this.value.message : String(this.value);
  }
}

/** What was thrown, as a Failure; a Failure as it is (D-5). */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure(thrown);
}
