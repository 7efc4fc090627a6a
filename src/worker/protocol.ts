import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import type { RunLimits } from '#simulator/limits.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/**
 * What the page says to the worker. `run` is the page's number of a run: a message of another run
 * than the newest is late and means nothing.
 *
 * - `simulate` abandons what is being done and begins a run
 * - `extend` lets the newest run, ended or not, go on from where it is to a later horizon
 * - `taken` the page has taken that many batches: the worker never runs more than a few ahead
 * - `ping` is answered at once by `pong`, also in the middle of a run
 */
export type ToWorker =
  | {
      readonly type: 'simulate';
      readonly run: number;
      readonly program: Program;
      readonly limits: RunLimits;
    }
  | { readonly type: 'extend'; readonly run: number; readonly horizon: Seconds }
  | { readonly type: 'taken'; readonly run: number; readonly batches: number }
  | { readonly type: 'ping'; readonly id: number };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly type: 'began'; readonly run: number; readonly header: TraceHeader }
  | {
      readonly type: 'batch';
      readonly run: number;
      /** The virtual time that the run has reached. */
      readonly time: Seconds;
      readonly batch: TraceBatch;
    }
  | { readonly type: 'ended'; readonly run: number; readonly end: RunEnd }
  | { readonly type: 'broken'; readonly run: number; readonly message: string }
  | { readonly type: 'pong'; readonly id: number };
