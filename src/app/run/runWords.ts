import { formatClock, formatDuration, formatTime } from '#trace/formatTime.ts';
import { isPaused, type ReachedLimit, type RunEnd, type RunStatus } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { Seconds } from '#base/units.ts';

/** How many nodes a used-up budget names. */
const CULPRITS = 3;

/** A whole number with its thousands apart: `1,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** A virtual time as a clock without the zeros that say nothing: `01:00`, `00:15.4`. */
export function shortClock(time: Seconds): string {
  const [whole = '', fraction = ''] = formatClock(time).split('.');
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** Why a run ended, in words: `nothing is pending`. */
export function endReason(end: RunEnd, header: TraceHeader): string {
  switch (end.why) {
    case 'horizon':
      return 'horizon reached';
    case 'stopped':
      return 'reactor.stop() was called';
    case 'idle':
      return 'nothing is pending';
    case 'halted':
      return 'you stopped the simulation';
    case 'limit':
      return end.limit === null ? 'its budget is used up' : limitWords(end.limit, header);
  }
}

function limitWords({ what, count, nodes }: ReachedLimit, header: TraceHeader): string {
  const names = nodes.slice(0, CULPRITS).map((node) => header.nodes[node]?.id ?? 'reactor');
  const culprits = names.length === 0 ? '' : `, mostly by ${listed(names)}`;
  return `budget of ${budgetWords(what, count)} used up${culprits}`;
}

function budgetWords(what: ReachedLimit['what'], count: number): string {
  switch (what) {
    case 'events':
      return `${formatCount(count)} events`;
    case 'instant':
      return `${formatCount(count)} events at one instant`;
    case 'pending':
      return `${formatCount(count)} pending calls`;
    case 'memory':
      return `${formatCount(Math.round(count / 2 ** 20))} MB of memory`;
  }
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** How far the run is, in a line: `ended at 15.400 s: nothing is pending`. */
export function runWords(status: RunStatus, header: TraceHeader): string {
  switch (status.state) {
    case 'running':
      return `simulating, ${formatDuration(Math.round(status.time * 1000) / 1000)}`;
    case 'ended': {
      const verb = isPaused(status.end) ? 'paused' : 'ended';
      return `${verb} at ${formatTime(status.end.time)} s: ${endReason(status.end, header)}`;
    }
    case 'broken':
      return `the simulator failed: ${status.message}`;
  }
}
