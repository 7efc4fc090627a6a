import type { Seconds } from '#base/units.ts';
import { eachSegment } from '#trace/eachSegment.ts';
import { KIND, KINDS } from '#trace/eventKinds.ts';
import { encodeInstance, numberOf, timeOf, type TraceColumns } from '#trace/traceColumns.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { UNHANDLED_READER, type UnhandledErrors } from '#trace/unhandledErrors.ts';

import { blockerKey, newTally, type NodeTally } from './nodeTally.ts';

/** Lateness that nobody feels: what a reactor in virtual time rounds. */
const LATE: Seconds = 0.1;

/** What of the first events of a run is worth a finding. It grows in place. */
export interface RunTally {
  readonly trace: Trace;
  /** How many events have been read. */
  readonly read: number;
  readonly errors: UnhandledErrors;
  /** By the index of the node. */
  readonly nodes: readonly NodeTally[];
  /** Deferreds of their own that nobody has fired: by instance, the event of their start. */
  readonly unfired: ReadonlyMap<number, number>;
  /** Gets without an object, and guarded calls without a token, alike: the event since when. */
  readonly waiting: ReadonlyMap<number, number>;
  /** Jobs that wait for a worker, the most at once, and the first of all. */
  readonly mostQueued: number;
  readonly firstQueued: number;
  /** Reads on, up to and without event `upTo`. */
  readOn(upTo: number): void;
}

/** Kinds that say something here, by their code. */
const COUNTS = new Uint8Array(KINDS.length);
for (const kind of [
  'started',
  'skipped',
  'ticked',
  'ran',
  'blocked',
  'fired',
  'failed',
  'getWaits',
  'got',
  'gaveUp',
  'acquireWaits',
  'acquired',
  'put',
  'handed',
  'queued',
  'assigned',
] as const) {
  COUNTS[KIND[kind]] = 1;
}

/** A tally of a trace of which nothing has been read. */
export function createRunTally(trace: Trace): RunTally {
  const { header } = trace;
  const nodes = header.nodes.map(newTally);
  const isDeferred = header.nodes.map(({ kind }) => kind === 'deferred');
  const isWorker = header.nodes.map(({ kind }) => kind === 'deferToThread');
  const unfired = new Map<number, number>();
  const waiting = new Map<number, number>();
  const queued = new Set<number>();
  let errors = UNHANDLED_READER.begin(trace);
  let read = 0;
  let mostQueued = 0;
  let firstQueued = -1;
  /** The last block of the reactor: by whom, and until when. */
  let blocker = -1;
  let blockedUntil: Seconds = 0;

  const count = (columns: TraceColumns, row: number, sequence: number): void => {
    const node = columns.node[row] as number;
    const tally = nodes[node];
    if (tally === undefined) return;
    const instance = encodeInstance(node, columns.instance[row] as number);
    switch (columns.kind[row]) {
      case KIND.started:
        tally.starts += 1;
        if (isDeferred[node] === true) unfired.set(instance, sequence);
        break;
      case KIND.fired:
      case KIND.failed:
        if (isDeferred[node] === true) unfired.delete(instance);
        break;
      case KIND.ticked:
        tally.lastTick = timeOf(columns, row);
        break;
      case KIND.skipped: {
        const missed = numberOf(columns, row);
        if (tally.missed === 0) tally.firstMissed = sequence;
        tally.missed += missed;
        tally.mostMissed = Math.max(tally.mostMissed, missed);
        tally.longestCall = Math.max(tally.longestCall, timeOf(columns, row) - tally.lastTick);
        break;
      }
      case KIND.blocked: {
        const link = columns.link[row] as number;
        if (isWorker[node] === true && link === NO_LINK) break;
        blocker = blockerKey(node, link);
        blockedUntil = timeOf(columns, row) + numberOf(columns, row);
        break;
      }
      case KIND.ran: {
        const late = numberOf(columns, row);
        if (late < LATE) break;
        if (tally.late === 0) tally.firstLate = sequence;
        tally.late += 1;
        tally.latest = Math.max(tally.latest, late);
        if (blocker === -1 || blockedUntil <= timeOf(columns, row) - late) break;
        tally.lateBy.set(blocker, (tally.lateBy.get(blocker) ?? 0) + 1);
        break;
      }
      case KIND.getWaits:
      case KIND.acquireWaits:
        waiting.set(instance, sequence);
        break;
      case KIND.got:
        waiting.delete(instance);
        tally.gots += 1;
        break;
      case KIND.gaveUp:
      case KIND.acquired:
        waiting.delete(instance);
        break;
      case KIND.put:
      case KIND.handed:
        tally.puts += 1;
        break;
      case KIND.queued:
        queued.add(instance);
        if (firstQueued === -1) firstQueued = sequence;
        mostQueued = Math.max(mostQueued, queued.size);
        break;
      case KIND.assigned:
        queued.delete(instance);
        break;
      default:
    }
  };

  return {
    trace,
    nodes,
    unfired,
    waiting,
    get read() {
      return read;
    },
    get errors() {
      return errors;
    },
    get mostQueued() {
      return mostQueued;
    },
    get firstQueued() {
      return firstQueued;
    },
    readOn(upTo) {
      if (upTo <= read) return;
      errors = UNHANDLED_READER.readOn(errors, upTo);
      eachSegment(trace, read, upTo, (columns, from, end, base) => {
        for (let row = from; row < end; row += 1) {
          if (COUNTS[columns.kind[row] as number] === 1) count(columns, row, base + row);
        }
      });
      read = upTo;
    },
  };
}
