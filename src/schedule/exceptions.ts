/** What Python's and Twisted's exception classes are to a schedule. */
interface KnownException {
  /** The class that it derives from. */
  readonly base: string;
  /** The module that the class is imported from; null for one of Python's own. */
  readonly module: string | null;
  /** Whether a schedule can raise it with a text. */
  readonly raisable: boolean;
}

const DEFER = 'twisted.internet.defer';
const ERROR = 'twisted.internet.error';
const TASK = 'twisted.internet.task';

/** Python's own exceptions that take a text, each behind its base. */
const BUILTIN_TREE: readonly (readonly [base: string, derived: string])[] = [
  [
    'Exception',
    'ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError ' +
      'NameError OSError ReferenceError RuntimeError SyntaxError SystemError TypeError ValueError Warning',
  ],
  ['ArithmeticError', 'FloatingPointError OverflowError ZeroDivisionError'],
  ['ImportError', 'ModuleNotFoundError'],
  ['LookupError', 'IndexError KeyError'],
  ['NameError', 'UnboundLocalError'],
  [
    'OSError',
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError ' +
      'IsADirectoryError NotADirectoryError PermissionError ProcessLookupError',
  ],
  [
    'ConnectionError',
    'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError',
  ],
  ['RuntimeError', 'NotImplementedError RecursionError'],
  ['SyntaxError', 'IndentationError'],
  ['IndentationError', 'TabError'],
  ['ValueError', 'UnicodeError'],
  [
    'Warning',
    'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ' +
      'ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning',
  ],
];

/** Twisted's exceptions, each with its base, where it is imported from, and whether it takes a text. */
const TWISTED: readonly (readonly [
  name: string,
  base: string,
  module: string,
  raisable: boolean,
])[] = [
  ['AlreadyCalledError', 'Exception', DEFER, true],
  ['CancelledError', 'Exception', DEFER, true],
  ['FirstError', 'Exception', DEFER, false],
  ['NotACoroutineError', 'TypeError', DEFER, true],
  ['QueueOverflow', 'Exception', DEFER, true],
  ['QueueUnderflow', 'Exception', DEFER, true],
  ['TimeoutError', 'Exception', DEFER, true],
  ['AlreadyCalled', 'ValueError', ERROR, false],
  ['AlreadyCancelled', 'ValueError', ERROR, false],
  ['ReactorNotRunning', 'RuntimeError', ERROR, true],
  ['SchedulerError', 'Exception', TASK, true],
  ['SchedulerStopped', 'SchedulerError', TASK, true],
  ['NotPaused', 'SchedulerError', TASK, true],
  ['TaskFinished', 'SchedulerError', TASK, true],
  ['TaskDone', 'TaskFinished', TASK, true],
  ['TaskFailed', 'TaskFinished', TASK, true],
  ['TaskStopped', 'TaskFinished', TASK, true],
];

const KNOWN: ReadonlyMap<string, KnownException> = new Map<string, KnownException>([
  ['Exception', { base: '', module: null, raisable: true }],
  ...BUILTIN_TREE.flatMap(([base, derived]) =>
    derived.split(' ').map((name) => [name, { base, module: null, raisable: true }] as const),
  ),
  ...TWISTED.map(([name, base, module, raisable]) => [name, { base, module, raisable }] as const),
]);

/** Exceptions that no schedule can have, with the reason and the mend. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['BaseException', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit'].map(
    (name) => [name, `ends a Python program and is no Exception: take RuntimeError`] as const,
  ),
  ...['StopIteration', 'StopAsyncIteration'].map(
    (name) => [name, `ends an iterator in Python: take RuntimeError`] as const,
  ),
  ...[
    'BaseExceptionGroup',
    'ExceptionGroup',
    'UnicodeDecodeError',
    'UnicodeEncodeError',
    'UnicodeTranslateError',
  ].map((name) => [name, `is not made from a text: take ValueError`] as const),
  ...['EnvironmentError', 'IOError'].map(
    (name) => [name, 'is another name of OSError: take OSError'] as const,
  ),
]);

/**
 * Capitalised names at the top of an exported program, and Python's own that are no exceptions: no
 * exception class of a schedule may have them.
 */
export const EXPORT_CLASS_NAMES: ReadonlySet<string> = new Set(
  (
    'False None True Ellipsis NotImplemented Any Failure IDelayedCall Logger ReactorBase ThreadPool ' +
    'ADVANCES HORIZON SEED'
  ).split(' '),
);

/** The exceptions of Python and Twisted that a schedule may raise, or tell others by; Python's first. */
export function knownExceptions(use: 'raised' | 'caught'): readonly string[] {
  const known = [...KNOWN].filter(([, { raisable }]) => use === 'caught' || raisable);
  return known.map(([name]) => name);
}

/** What is wrong with the name of an exception class, or null. */
export function exceptionTypeFault(type: string, use: 'raised' | 'caught'): string | null {
  if (!/^[A-Z][A-Za-z0-9_]*$/.test(type)) {
    return `must be the name of an exception class, such as ValueError, got ${JSON.stringify(type)}`;
  }
  if (EXPORT_CLASS_NAMES.has(type)) {
    return `must not be ${type}, which the exported program uses itself: add Error to it`;
  }
  const reason = REFUSED.get(type);
  if (reason !== undefined) return `must not be ${type}, which ${reason}`;
  if (use === 'raised' && KNOWN.get(type)?.raisable === false) {
    return `must not be ${type}, which Twisted alone makes: take RuntimeError`;
  }
  return null;
}

/** Where the exported program gets an exception class from: Python itself, a module, or its own code. */
export function exceptionSource(
  type: string,
):
  | { readonly from: 'python' }
  | { readonly from: 'module'; readonly module: string }
  | { readonly from: 'schedule' } {
  const known = KNOWN.get(type);
  if (known === undefined) return { from: 'schedule' };
  return known.module === null ? { from: 'python' } : { from: 'module', module: known.module };
}

/** The class and its bases up to Exception, as `Failure.check` goes through them. */
export function exceptionLine(type: string): readonly string[] {
  const line: string[] = [];
  for (let name = type; name !== ''; name = KNOWN.get(name)?.base ?? '') line.push(name);
  return line.at(-1) === 'Exception' ? line : [...line, 'Exception'];
}
