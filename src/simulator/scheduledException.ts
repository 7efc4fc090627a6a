import type { ScheduleError } from '#program/program.ts';
import { Exception } from '#reactor/errors.ts';

/** An exception that a schedule raises or fails with: it has the name that the document gives it. */
export class ScheduledException extends Exception {
  constructor({ type, message }: ScheduleError) {
    super(message);
    this.name = type;
  }
}
