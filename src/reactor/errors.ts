/**
 * Python's and Twisted's exceptions, by their own names and with their own texts. `name` is set in
 * so many words because a build may rename the classes.
 */
export class Exception extends Error {
  override name = 'Exception';
}

export class AssertionError extends Exception {
  override name = 'AssertionError';
}

export class ValueError extends Exception {
  override name = 'ValueError';
}

export class RuntimeError extends Exception {
  override name = 'RuntimeError';
}

/** What Python raises where calls are nested too deeply. */
export class RecursionError extends RuntimeError {
  override name = 'RecursionError';
  constructor() {
    super('maximum recursion depth exceeded');
  }
}

/** `twisted.internet.error.AlreadyCalled` (T-5). */
export class AlreadyCalled extends ValueError {
  override name = 'AlreadyCalled';
  constructor() {
    super('Tried to cancel an already-called event.');
  }
}

/** `twisted.internet.error.AlreadyCancelled` (T-5). */
export class AlreadyCancelled extends ValueError {
  override name = 'AlreadyCancelled';
  constructor() {
    super('Tried to cancel an already-cancelled event.');
  }
}

/** `twisted.internet.error.ReactorNotRunning`. */
export class ReactorNotRunning extends RuntimeError {
  override name = 'ReactorNotRunning';
  constructor() {
    super("Can't stop reactor that isn't running.");
  }
}

/** `twisted.internet.error.ReactorAlreadyRunning`. */
export class ReactorAlreadyRunning extends RuntimeError {
  override name = 'ReactorAlreadyRunning';
}

/** `twisted.internet.error.ReactorNotRestartable`. */
export class ReactorNotRestartable extends RuntimeError {
  override name = 'ReactorNotRestartable';
}

/** `twisted.internet.defer.AlreadyCalledError` (D-6). */
export class AlreadyCalledError extends Exception {
  override name = 'AlreadyCalledError';
}

/** `twisted.internet.defer.CancelledError` (D-30). */
export class CancelledError extends Exception {
  override name = 'CancelledError';
}
