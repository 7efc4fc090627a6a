import type { Seconds } from '#base/units.ts';

/** What the command line asks for. */
export type Command =
  | SimulateCommand
  | ExportCommand
  | { readonly do: 'check'; readonly file: string }
  | { readonly do: 'help' }
  | { readonly do: 'version' };

/** A run to be printed. What is null is as the schedule has it. */
export interface SimulateCommand {
  readonly do: 'simulate';
  readonly file: string;
  readonly format: FormatName;
  readonly until: Seconds | null;
  readonly clock: 'reactor' | 'testClock' | null;
  readonly seed: number | null;
  /** How many events the run may have. */
  readonly events: number;
  /** How many of them may happen at one virtual instant; null: as many as the schedule's size makes likely. */
  readonly instant: number | null;
  /** The file that it is written to; null: standard output. */
  readonly out: string | null;
}

/** A schedule to be written as a program, to a file or (null) to standard output. */
export interface ExportCommand {
  readonly do: 'export';
  readonly file: string;
  readonly to: 'python';
  readonly out: string | null;
}

/** The names of the formats of a run. */
export const FORMAT_NAMES = ['lines', 'events', 'text', 'trace'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
