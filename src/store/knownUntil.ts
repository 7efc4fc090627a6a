import type { Seconds } from '#base/units.ts';

import type { RunInfo } from './studio.ts';

/** The virtual time up to which a run is known. */
export function knownUntil({ status, trace }: Pick<RunInfo, 'status' | 'trace'>): Seconds {
  if (status.state === 'ended') return status.end.time;
  if (status.state === 'running') return status.time;
  return trace.length === 0 ? 0 : trace.timeAt(trace.length - 1);
}
