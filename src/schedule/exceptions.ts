import { msg, t, type Text } from '#words/words.ts';

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
    // not shown: names of Python
    'ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError ' +
      // not shown: names of Python
      'NameError OSError ReferenceError RuntimeError SyntaxError SystemError TypeError ValueError Warning',
  ],
  // not shown: names of Python
  ['ArithmeticError', 'FloatingPointError OverflowError ZeroDivisionError'],
  ['ImportError', 'ModuleNotFoundError'],
  // not shown: names of Python
  ['LookupError', 'IndexError KeyError'],
  ['NameError', 'UnboundLocalError'],
  [
    'OSError',
    // not shown: names of Python
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError ' +
      // not shown: names of Python
      'IsADirectoryError NotADirectoryError PermissionError ProcessLookupError',
  ],
  [
    'ConnectionError',
    // not shown: names of Python
    'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError',
  ],
  // not shown: names of Python
  ['RuntimeError', 'NotImplementedError RecursionError'],
  ['SyntaxError', 'IndentationError'],
  ['IndentationError', 'TabError'],
  ['ValueError', 'UnicodeError'],
  [
    'Warning',
    // not shown: names of Python
    'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ' +
      // not shown: names of Python
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

const ENDS_PROGRAM = msg(
  'must not be {{type}}, which ends a Python program and is no Exception: take RuntimeError',
);
const ENDS_ITERATOR = msg(
  'must not be {{type}}, which ends an iterator in Python: take RuntimeError',
);
const NOT_OF_TEXT = msg('must not be {{type}}, which is not made from a text: take ValueError');
const OTHER_NAME = msg('must not be {{type}}, which is another name of OSError: take OSError');

/** Exceptions that no schedule can have, with the reason and the mend. */
const REFUSED: ReadonlyMap<string, Text> = new Map([
  ...['BaseException', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit'].map(
    (name) => [name, ENDS_PROGRAM] as const,
  ),
  ...['StopIteration', 'StopAsyncIteration'].map((name) => [name, ENDS_ITERATOR] as const),
  ...[
    'BaseExceptionGroup',
    'ExceptionGroup',
    'UnicodeDecodeError',
    'UnicodeEncodeError',
    'UnicodeTranslateError',
  ].map((name) => [name, NOT_OF_TEXT] as const),
  ...['EnvironmentError', 'IOError'].map((name) => [name, OTHER_NAME] as const),
]);

/**
 * Capitalised names at the top of an exported program, and Python's own that are no exceptions: no
 * exception class of a schedule may have them.
 */
export const EXPORT_CLASS_NAMES: ReadonlySet<string> = new Set([
  'False',
  'None',
  'True',
  'Ellipsis',
  'NotImplemented',
  'Any',
  'Failure',
  'IDelayedCall',
  'Logger',
  'ReactorBase',
  'ThreadPool',
  'ADVANCES',
  'HORIZON',
  'SEED',
]);

/** The exceptions of Python and Twisted that a schedule may raise, or tell others by; Python's first. */
export function knownExceptions(use: 'raised' | 'caught'): readonly string[] {
  const known = [...KNOWN].filter(([, { raisable }]) => use === 'caught' || raisable);
  return known.map(([name]) => name);
}

/** What is wrong with the name of an exception class, or null. */
export function exceptionTypeFault(type: string, use: 'raised' | 'caught'): string | null {
  if (!/^[A-Z][A-Za-z0-9_]*$/.test(type)) {
    return t('must be the name of an exception class, such as ValueError, got {{type}}', {
      type: JSON.stringify(type),
    });
  }
  if (EXPORT_CLASS_NAMES.has(type)) {
    return t('must not be {{type}}, which the exported program uses itself: add Error to it', {
      type,
    });
  }
  const reason = REFUSED.get(type);
  if (reason !== undefined) return t(reason, { type });
  if (use === 'raised' && KNOWN.get(type)?.raisable === false) {
    return t('must not be {{type}}, which Twisted alone makes: take RuntimeError', { type });
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
