import { reprOf } from './pythonText.ts';

/**
 * Python's and Twisted's exceptions, by their own names, bases and texts. A class says its name and
 * its module in so many words because a build may rename it.
 */
export class BaseException extends Error {
  static readonly className: string = 'BaseException';
  static readonly moduleName: string = 'builtins';

  constructor(message = '') {
    super(message);
    this.name = new.target.className;
  }

  /** `repr(exception)`. */
  repr(): string {
    return `${this.name}(${this.message === '' ? '' : reprOf(this.message)})`;
  }
}

export class Exception extends BaseException {
  static override readonly className: string = 'Exception';
}

/** The module of the class of an exception and its name in it, with a dot between. */
export function qualifiedName(exception: BaseException): string {
  return `${(exception.constructor as typeof BaseException).moduleName}.${exception.name}`;
}

const DEFER = 'twisted.internet.defer';
const ERROR = 'twisted.internet.error';
const TASK = 'twisted.internet.task';

export class AssertionError extends Exception {
  static override readonly className = 'AssertionError';
}

export class ValueError extends Exception {
  static override readonly className: string = 'ValueError';
}

export class LookupError extends Exception {
  static override readonly className: string = 'LookupError';
}

/** Its text is the `repr` of the key. */
export class KeyError extends LookupError {
  static override readonly className = 'KeyError';

  override repr(): string {
    return `${this.name}(${this.message})`;
  }
}

export class PythonTypeError extends Exception {
  static override readonly className: string = 'TypeError';
}

export class AttributeError extends Exception {
  static override readonly className = 'AttributeError';
}

export class RuntimeError extends Exception {
  static override readonly className: string = 'RuntimeError';
}

/** What Python raises where calls are nested too deeply. */
export class RecursionError extends RuntimeError {
  static override readonly className = 'RecursionError';
  constructor() {
    super('maximum recursion depth exceeded');
  }
}

/** Ends the program with a code; no subclass of Exception, as in Python. */
export class SystemExit extends BaseException {
  static override readonly className = 'SystemExit';
  readonly code: number;
  constructor(code = 0) {
    super(String(code));
    this.code = code;
  }

  override repr(): string {
    return `${this.name}(${this.code})`;
  }
}

/** No subclass of Exception, as in Python. */
export class KeyboardInterrupt extends BaseException {
  static override readonly className = 'KeyboardInterrupt';
}

/** No subclass of Exception, as in Python. */
export class GeneratorExit extends BaseException {
  static override readonly className = 'GeneratorExit';
}

/** `twisted.internet.error.AlreadyCalled` (T-5): its text is that of its class, no argument. */
export class AlreadyCalled extends ValueError {
  static override readonly className = 'AlreadyCalled';
  static override readonly moduleName = ERROR;
  constructor() {
    super('Tried to cancel an already-called event.');
  }

  override repr(): string {
    return `${this.name}()`;
  }
}

/** `twisted.internet.error.AlreadyCancelled` (T-5): its text is that of its class, no argument. */
export class AlreadyCancelled extends ValueError {
  static override readonly className = 'AlreadyCancelled';
  static override readonly moduleName = ERROR;
  constructor() {
    super('Tried to cancel an already-cancelled event.');
  }

  override repr(): string {
    return `${this.name}()`;
  }
}

/** `twisted.internet.error.ReactorNotRunning`. */
export class ReactorNotRunning extends RuntimeError {
  static override readonly className = 'ReactorNotRunning';
  static override readonly moduleName = ERROR;
  constructor() {
    super("Can't stop reactor that isn't running.");
  }
}

/** `twisted.internet.error.ReactorAlreadyRunning`. */
export class ReactorAlreadyRunning extends RuntimeError {
  static override readonly className = 'ReactorAlreadyRunning';
  static override readonly moduleName = ERROR;
}

/** `twisted.internet.error.ReactorNotRestartable`. */
export class ReactorNotRestartable extends RuntimeError {
  static override readonly className = 'ReactorNotRestartable';
  static override readonly moduleName = ERROR;
}

/** `twisted.internet.defer.AlreadyCalledError` (D-6). */
export class AlreadyCalledError extends Exception {
  static override readonly className = 'AlreadyCalledError';
  static override readonly moduleName = DEFER;
}

/** `twisted.internet.defer.CancelledError` (D-30). */
export class CancelledError extends Exception {
  static override readonly className = 'CancelledError';
  static override readonly moduleName = DEFER;
}

/** `twisted.internet.defer.TimeoutError`: its text is the limit and `'Deferred'` (D-32). */
export class TimeoutError extends Exception {
  static override readonly className = 'TimeoutError';
  static override readonly moduleName = DEFER;

  override repr(): string {
    return this.name + this.message;
  }
}

/** `twisted.internet.defer.QueueOverflow` (P-8). */
export class QueueOverflow extends Exception {
  static override readonly className = 'QueueOverflow';
  static override readonly moduleName = DEFER;
}

/** `twisted.internet.defer.QueueUnderflow` (P-8). */
export class QueueUnderflow extends Exception {
  static override readonly className = 'QueueUnderflow';
  static override readonly moduleName = DEFER;
}

/** `twisted.internet.defer.NotACoroutineError` (I-13). */
export class NotACoroutineError extends PythonTypeError {
  static override readonly className = 'NotACoroutineError';
  static override readonly moduleName = DEFER;
}

/** `twisted.python.failure.NoCurrentExceptionError` (D-5). */
export class NoCurrentExceptionError extends Exception {
  static override readonly className = 'NoCurrentExceptionError';
  static override readonly moduleName = 'twisted.python.failure';
}

/** `twisted.internet.task.SchedulerError` (C-7). */
export class SchedulerError extends Exception {
  static override readonly className: string = 'SchedulerError';
  static override readonly moduleName = TASK;
}

/** `twisted.internet.task.SchedulerStopped` (C-13, C-15). */
export class SchedulerStopped extends SchedulerError {
  static override readonly className = 'SchedulerStopped';
}

/** `twisted.internet.task.NotPaused` (C-7). */
export class NotPaused extends SchedulerError {
  static override readonly className = 'NotPaused';
}

/** `twisted.internet.task.TaskFinished` (C-7). */
export class TaskFinished extends SchedulerError {
  static override readonly className: string = 'TaskFinished';
}

/** `twisted.internet.task.TaskDone` (C-5). */
export class TaskDone extends TaskFinished {
  static override readonly className = 'TaskDone';
}

/** `twisted.internet.task.TaskFailed` (C-5). */
export class TaskFailed extends TaskFinished {
  static override readonly className = 'TaskFailed';
}

/** `twisted.internet.task.TaskStopped` (C-8). */
export class TaskStopped extends TaskFinished {
  static override readonly className = 'TaskStopped';
}

/** `twisted._threads.AlreadyQuit` (H-14). */
export class AlreadyQuit extends Exception {
  static override readonly className = 'AlreadyQuit';
  static override readonly moduleName = 'twisted._threads._ithreads';
}
