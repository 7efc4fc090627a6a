import { pythonRepr } from '#base/python.ts';
import type { ProgramError } from '#program/program.ts';
import { CancelledError, Exception } from '#reactor/errors.ts';

/** An exception that a schedule raises or fails with: of the class that the document gives it. */
export class ScheduledException extends Exception {
  readonly error: ProgramError;

  constructor(error: ProgramError) {
    // The text of a KeyError is the `repr` of its key.
    super(error.line.includes('KeyError') ? pythonRepr(error.message) : error.message);
    this.name = error.type;
    this.error = error;
  }

  override repr(): string {
    const { type, message } = this.error;
    return `${type}(${message === '' ? '' : pythonRepr(message)})`;
  }
}

/** The exception that a schedule asks for: CancelledError is the one that a timeout looks for. */
export function exceptionOf(error: ProgramError): Exception {
  return error.type === CancelledError.className
    ? new CancelledError(error.message)
    : new ScheduledException(error);
}
