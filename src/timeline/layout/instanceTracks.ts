import type { Seconds } from '#base/units.ts';

import { MAX_ROWS, newRow, type Lane, type SpanKind } from './lane.ts';

/** What must be remembered of an instance to go on with its spans. */
export interface Track {
  readonly instance: number;
  /** The row of the lane that it stands in. */
  readonly row: number;
  /** The span that it holds open until its delayed call runs or its Deferred fires. */
  waiting: SpanKind | null;
  /** Whether the loop's function waits for a Deferred. */
  bodyPaused: boolean;
  /** Whether its Deferred waits for another one. */
  chainPaused: boolean;
  /** Whether it waits in line: for a token, an object or a worker. */
  queued: boolean;
  /** Whether a worker of the thread pool runs its job. */
  worker: boolean;
  /** How many of its functions are entered and not left. */
  inside: number;
  /** Whether its call has run or its Deferred has fired. */
  settled: boolean;
  /** When its pending delayed call is due. */
  due: Seconds;
  /** The point of the loop's grid that its last tick was due at. */
  gridPoint: Seconds;
}

/** The instances of a lane that can still act, and the rows they stand in. */
export interface InstanceTracks {
  /** Puts a new instance into the first row that is free, or into the last one. */
  begin(instance: number, time: Seconds): Track;
  /** An instance that has begun; undefined for one that has long ended. */
  find(instance: number): Track | undefined;
}

/** Swept when there are so many instances in the last row, then at twice what was left. */
const FIRST_SWEEP = 64;

/** The tracks of a lane in which nothing has begun; further instances share the last of the `rows`. */
export function createInstanceTracks(lane: Lane, rows = MAX_ROWS): InstanceTracks {
  const tracks = new Map<number, Track>();
  /** The last instance that was put into each row, but for the last one. */
  const occupants: number[] = [];
  let shared: number[] = [];
  let sweepAt = FIRST_SWEEP;

  const isFree = (row: number): boolean => {
    const occupant = occupants[row];
    const track = occupant === undefined ? undefined : tracks.get(occupant);
    return track === undefined || !isBusy(track);
  };
  const takeRow = (instance: number): number => {
    for (let row = 0; row < rows - 1; row += 1) {
      if (!isFree(row)) continue;
      const before = occupants[row];
      if (before !== undefined) tracks.delete(before);
      occupants[row] = instance;
      return row;
    }
    if (shared.length >= sweepAt) sweep();
    shared.push(instance);
    return rows - 1;
  };
  const sweep = (): void => {
    const kept: number[] = [];
    for (const instance of shared) {
      const track = tracks.get(instance);
      if (track !== undefined && isBusy(track)) kept.push(instance);
      else tracks.delete(instance);
    }
    shared = kept;
    sweepAt = Math.max(FIRST_SWEEP, kept.length * 2);
  };

  return {
    begin(instance, time) {
      const row = takeRow(instance);
      while (lane.rows.length <= row) {
        lane.rows.push(newRow(lane.rows.length === rows - 1));
      }
      const track: Track = {
        instance,
        row,
        waiting: null,
        bodyPaused: false,
        chainPaused: false,
        queued: false,
        worker: false,
        inside: 0,
        settled: false,
        due: time,
        gridPoint: time,
      };
      tracks.set(instance, track);
      return track;
    },
    find: (instance) => tracks.get(instance),
  };
}

function isBusy(track: Track): boolean {
  const { waiting, bodyPaused, chainPaused, queued, worker, inside, settled } = track;
  const isWaiting = waiting !== null || bodyPaused || chainPaused || queued;
  return !settled || isWaiting || worker || inside > 0;
}
