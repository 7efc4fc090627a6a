import { pythonRepr } from '#base/python.ts';
import type { ProgramError } from '#program/program.ts';
import { Exception } from '#reactor/errors.ts';

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
