/** Modules of Python and of Twisted that a program uses by their own name. */
export type UsedModule =
  | 'itertools'
  | 'math'
  | 'random'
  | 'time'
  | 'defer'
  | 'error'
  | 'task'
  | 'threads';

/** Names that a program uses without their module. */
export type UsedName = 'Any' | 'Failure' | 'IDelayedCall' | 'Logger' | 'ReactorBase' | 'ThreadPool';

const HOME: Readonly<Record<UsedName, string>> = {
  Any: 'typing',
  ReactorBase: 'twisted.internet.base',
  IDelayedCall: 'twisted.internet.interfaces',
  Logger: 'twisted.logger',
  Failure: 'twisted.python.failure',
  ThreadPool: 'twisted.python.threadpool',
};

const TWISTED_MODULES: readonly UsedModule[] = ['defer', 'error', 'task', 'threads'];
const PYTHON_MODULES: readonly UsedModule[] = ['itertools', 'math', 'random', 'time'];

/** Collects what a program imports: only what it uses. */
export class Imports {
  readonly #used = new Set<UsedModule | UsedName>();

  /** Notes that a name is used, and gives it back. */
  use<Name extends UsedModule | UsedName>(name: Name): Name {
    this.#used.add(name);
    return name;
  }

  /** The import lines in the order of PEP 8. */
  lines(): readonly string[] {
    const python = PYTHON_MODULES.filter((name) => this.#used.has(name)).map(
      (name) => `import ${name}`,
    );
    const names = (Object.keys(HOME) as UsedName[]).filter((name) => this.#used.has(name));
    const fromHome = (name: UsedName): string => `from ${HOME[name]} import ${name}`;
    const inTwisted = TWISTED_MODULES.filter((name) => this.#used.has(name));
    const twisted = [
      ...(inTwisted.length === 0 ? [] : [`from twisted.internet import ${inTwisted.join(', ')}`]),
      ...names.filter((name) => name !== 'Any').map(fromHome),
    ];
    if (names.includes('Any')) python.push(fromHome('Any'));
    const groups = [['from __future__ import annotations'], python, twisted];
    return groups
      .filter((group) => group.length > 0)
      .flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  }
}
