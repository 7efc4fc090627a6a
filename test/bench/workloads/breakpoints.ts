import type { Seconds } from '#base/units.ts';
import type { BreakpointRule } from '#trace/breakpointRule.ts';
import { createBreakpointScanner } from '#trace/breakpoints.ts';
import type { Trace } from '#trace/traceTable.ts';
import { toOutput } from '#trace/traceValue.ts';

import { run } from '../../support/runs.ts';
import { schedule } from '../../support/schedules.ts';
import type { Contender, Workload } from '../workload.ts';

/** One of each kind, none of which is ever hit: the whole trace must be scanned. */
const NEVER_HIT: readonly BreakpointRule[] = [
  { on: 'failure', enabled: true },
  { on: 'unhandled', enabled: true },
  { on: 'event', event: 'failed', node: 'poll', enabled: true },
  { on: 'lateness', above: 0.5, enabled: true },
  { on: 'value', value: 99, enabled: true },
  { on: 'text', text: 'nowhere', enabled: true },
];

/**
 * A scan for breakpoints through a whole trace, both ways, beside taking each event out of the
 * columns to try it. The goal of 50 ms for a million events is a rate of 20 million a second.
 */
export function breakpoints(events: number): Workload {
  const scan = (name: string, find: (trace: Trace, until: Seconds) => unknown): Contender => {
    let trace: Trace | null = null;
    return {
      name,
      run() {
        trace ??= longTrace(events);
        if (find(trace, Infinity) !== null) throw new Error('A breakpoint was hit.');
        return { operations: trace.length, kept: trace };
      },
    };
  };
  return {
    name: `W9 breakpoints, N = ${events.toLocaleString('en')}`,
    unit: 'events',
    measures: 'rate',
    place: 'node',
    contenders: [
      scan('next', (trace, until) =>
        createBreakpointScanner(trace, NEVER_HIT).next({ time: 0, count: 0 }, until),
      ),
      scan('previous', (trace, until) =>
        createBreakpointScanner(trace, NEVER_HIT).previous({ time: until, count: trace.length }),
      ),
      scan('event by event', tryEachEvent),
    ],
    goals: [
      { of: 'next', to: 'event by event', atLeast: 4 },
      { of: 'previous', to: 'event by event', atLeast: 4 },
    ],
    limits: [],
  };
}

/** What a scan would be without columns: of the breakpoints, only the text is looked for. */
function tryEachEvent(trace: Trace): number | null {
  for (let sequence = 0; sequence < trace.length; sequence += 1) {
    const { value } = trace.eventAt(sequence);
    if (value !== null && toOutput(value).includes('nowhere')) return sequence;
  }
  return null;
}

/** Two loops, one of which prints another line at each tick, and one whose function gives a dict. */
function longTrace(events: number): Trace {
  const { trace } = run(
    schedule({
      // The two of them make about 15 events a second.
      horizon: Math.ceil(events / 15),
      functions: {
        tell: [{ do: 'log', text: 'at {now}' }],
        count: [{ do: 'return', value: { rows: 12 } }],
      },
      nodes: [
        { kind: 'loopingCall', id: 'poll', interval: 1, call: 'tell', chain: [] },
        { kind: 'loopingCall', id: 'load', interval: 1, call: 'count', chain: [] },
      ],
    }),
  );
  return trace;
}
