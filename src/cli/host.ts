import type { Readable, Writable } from 'node:stream';

/** What a command is run in. */
export interface CliHost {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The version of this program. */
  readonly version: string;
}

/** 0: done; 1: the run hit a limit; 2: what was given cannot be worked with. */
export type ExitCode = 0 | 1 | 2;
