import type { DocumentPlace } from '#schedule/documentPlace.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

/**
 * How bad it is. `error`: something went wrong in the run. `warning`: likely a slip, for it hardly
 * does what was meant. `hint`: worth a look, and often meant so.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** Where a finding leads: into the document, to an event, to a node at the end of the run, or nowhere. */
export type FindingTarget =
  | { readonly to: 'document'; readonly place: DocumentPlace }
  | { readonly to: 'event'; readonly sequence: number }
  | { readonly to: 'end'; readonly node: string | null }
  | { readonly to: 'nowhere' };

/** The rules that find something: first those of the run, then those of the document. */
export type FindingRule =
  | 'broken'
  | 'unhandled'
  | 'logged'
  | 'limit'
  | 'missedTicks'
  | 'ranLate'
  | 'waitsForEver'
  | 'neverGot'
  | 'deadlock'
  | 'queueGrows'
  | 'waitedForWorker'
  | 'neverStarted'
  | 'deadStarter'
  | 'membersNotStarted'
  | 'emptyList'
  | 'nothingFires'
  | 'nothingResumes'
  | 'nothingTakes'
  | 'nothingPuts'
  | 'conditionNeverHolds'
  | 'intervalZero'
  | 'endlessTask'
  | 'afterHorizon'
  | 'noTime'
  | 'noEffect'
  | 'momentsAfterHorizon'
  | 'lateTimeout'
  | 'blocksReactor'
  | 'noCanceller'
  | 'unusedSemaphore'
  | 'unusedQueue'
  | 'uncalledFunction'
  | 'uselessBreakpoint';

/** Something that is questionable in a schedule, or that went wrong in its run. */
export interface Finding {
  /** Unique among the findings, and the same as long as it stays. */
  readonly key: string;
  /** The rule that found it. */
  readonly rule: FindingRule;
  readonly severity: Severity;
  /** The ids of the nodes on whose cards it stands. */
  readonly nodes: readonly string[];
  /** What it is about, such as a node or a step. */
  readonly subject: string;
  /** When it happened in the run, and how often; '' for the document. */
  readonly when: string;
  /** What is so, and the mend; goes on from the subject. */
  readonly text: string;
  readonly target: FindingTarget;
  /** What mends it, the likeliest first; after any of them it is found no more. */
  readonly fixes: readonly ScheduleEdit[];
}

/** A finding in a line: `fetch is never started: let it start …`. */
export function findingWords({ subject, when, text }: Finding): string {
  return [subject, when, text].filter((part) => part !== '').join(' ');
}

/** The worst severity among findings; null where there is none. */
export function worstOf(findings: readonly Finding[]): Severity | null {
  return (
    SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null
  );
}
