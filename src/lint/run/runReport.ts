import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import type { Finding } from '#lint/finding.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { RunStatus } from '#trace/runEnd.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import type { RunTally } from './runTally.ts';

/** What the rules of a run look at. */
export interface RunFacts {
  /** The schedule that ran, as it is now. */
  readonly facts: ScheduleFacts;
  readonly tally: RunTally;
  readonly status: RunStatus;
}

/** A rule of a run. */
export type RunRule = (run: RunFacts) => readonly Finding[];

/** A finding of a run without what follows from its event. */
export type RunRemark = Pick<Finding, 'rule' | 'severity' | 'text' | 'fixes'>;

/** What is found at an event of a node that the schedule still has; else nothing. */
export function atEvent(
  { facts, tally: { trace } }: RunFacts,
  node: number,
  sequence: number,
  count: number,
  remark: RunRemark,
): readonly Finding[] {
  const id = trace.header.nodes[node]?.id;
  if (id === undefined || !facts.nodes.has(id)) return [];
  return [
    {
      ...remark,
      key: `${remark.rule} ${id}`,
      nodes: [id],
      subject: id,
      when: whenWords(trace, sequence, count),
      target: { to: 'event', sequence },
    },
  ];
}

/** When something happened: `at 2.000 s`, `first at 2.000 s, 3 times`. */
export function whenWords(trace: Trace, sequence: number, count: number): string {
  const time = formatTime(trace.timeAt(sequence));
  return count === 1
    ? t('at {{time}} s', { time })
    : t('first at {{time}} s, {{number}} times', { time, number: count });
}

/** Whether nothing is pending any more: what waits now waits for ever. */
export function isIdle(status: RunStatus): boolean {
  return status.state === 'ended' && status.end.why === 'idle';
}
