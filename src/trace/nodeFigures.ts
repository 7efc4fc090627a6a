import type { Seconds } from '#base/units.ts';

import { KIND } from './eventKinds.ts';
import type { FailureNews } from './failureReader.ts';
import type { Trace } from './traceTable.ts';

/** What happened to a node in a run. */
export interface NodeFigures {
  readonly events: number;
  readonly ticks: number;
  readonly missed: number;
  readonly failures: number;
  /** How late its delayed calls ran: at most, and on average of those that were late at all. */
  readonly latest: Seconds;
  readonly meanLateness: Seconds;
}

/** The figures of a node, while its events are counted. */
export class CountedFigures {
  events = 0;
  ticks = 0;
  missed = 0;
  failures = 0;
  late = 0;
  lateness: Seconds = 0;
  latest: Seconds = 0;

  read(): NodeFigures {
    const { events, ticks, missed, failures, late, lateness, latest } = this;
    return { events, ticks, missed, failures, latest, meanLateness: lateness / Math.max(1, late) };
  }

  /** Counts one of the node's events, and the failure that begins with it. */
  count(trace: Trace, event: number, news: FailureNews): void {
    this.events += 1;
    if (news === 'failure') this.failures += 1;
    switch (trace.kindCodeAt(event)) {
      case KIND.ticked:
      case KIND.stepped:
        this.ticks += 1;
        break;
      case KIND.skipped:
        this.missed += trace.numberAt(event);
        break;
      case KIND.ran: {
        const late = trace.numberAt(event);
        if (late <= 0) break;
        this.late += 1;
        this.lateness += late;
        this.latest = Math.max(this.latest, late);
        break;
      }
      default:
    }
  }
}
