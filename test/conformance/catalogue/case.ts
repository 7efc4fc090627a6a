import type { Scenario } from './scenario.ts';

/** A JSON value. */
export type Shown =
  | null
  | boolean
  | number
  | string
  | readonly Shown[]
  | { readonly [key: string]: Shown };

/** Something that a case showed: when, what, and what else there is to say of it. */
export interface CaseEvent {
  readonly t: number;
  readonly ev: string;
  readonly [field: string]: Shown;
}

/** Where a case is run: on a `task.Clock`, or on a reactor that stands still, ticks or has threads. */
export type Environment = 'clock' | 'reactor' | 'threads' | 'ticking';

/** A small program of the port, and the same program in Python in the group's `_cases.py`. */
export interface Case {
  /** The name of the same case in Python, which also has its title, its program in words and its environment. */
  readonly id: string;
  /** The numbers of the rules that it shows. */
  readonly rules: readonly string[];
  /** How Twisted 22.4 differs from the newer versions, which the port follows. */
  readonly differs?: string;
  /** What the newer versions show, where 22.4 differs. */
  readonly newer?: readonly CaseEvent[];
  /** Why the port deviates from every version, deliberately. */
  readonly deviates?: string;
  /** What the port shows, where it deviates. */
  readonly shows?: readonly CaseEvent[];
  run(s: Scenario): void;
}

/** What Twisted showed of a case: a line of a file in `recorded`. */
export interface RecordedCase {
  readonly group: string;
  readonly id: string;
  readonly title: string;
  readonly env: Environment;
  /** Absent where that version cannot run it. */
  readonly events?: readonly CaseEvent[];
  readonly skipped?: string;
}
