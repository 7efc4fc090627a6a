import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import type { RunLimits } from '#simulator/limits.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/** How far a run is to go. */
export interface Wish {
  /** Of two wishes for the same run that with the larger number is the newer one. */
  readonly number: number;
  readonly horizon: Seconds;
  readonly limits: RunLimits;
  /** Whether it is to stop where it is. */
  readonly halted: boolean;
}

/** How the page stands to the newest run. Each tells all: one that is lost is made up for by the next. */
export interface PageState {
  readonly run: number;
  /** How many messages of the run the page has taken: the worker never is more than a few ahead. */
  readonly taken: number;
  /** How many events the page wants in a batch at most, so that it stays fluid. */
  readonly batchEvents: number;
  readonly wish: Wish;
}

/**
 * What the page says to the worker. `run` is the page's number of a run, which only grows: a
 * message of an older run than the newest is late and means nothing.
 *
 * - `simulate` abandons what is being done and begins a run; the first `from` events of it are
 *   known to the page, and are not sent
 * - `page` tells how the page stands
 * - `ping` does so, too, and is answered at once by `pong`, also in the middle of a run
 *
 * Messages may be lost, doubled and change places.
 */
export type ToWorker =
  | (PageState & { readonly type: 'simulate'; readonly program: Program; readonly from: number })
  | (PageState & { readonly type: 'page' | 'ping' });

/**
 * What the worker says to the page of a run. They are numbered from 0, so that the page sees which
 * are missing, doubled or out of their order.
 */
export type RunMessage = { readonly run: number; readonly number: number } & (
  | { readonly type: 'began'; readonly header: TraceHeader }
  | {
      readonly type: 'batch';
      /** The virtual time that the run has reached. */
      readonly time: Seconds;
      readonly batch: TraceBatch;
    }
  | {
      readonly type: 'ended';
      readonly end: RunEnd;
      /** The number of the wish that it has ended by. */
      readonly wish: number;
    }
  | { readonly type: 'broken'; readonly message: string }
);

/** What the worker says to the page: of a run, or of which run it is at and how much it has said. */
export type FromWorker =
  | RunMessage
  | { readonly type: 'pong'; readonly run: number; readonly sent: number };
