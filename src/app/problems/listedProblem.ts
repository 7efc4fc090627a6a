import { endReason } from '#app/run/runWords.ts';
import {
  loggedGroups,
  openGroups,
  type ErrorGroup,
  type UnhandledErrors,
} from '#trace/unhandledErrors.ts';
import { checkSchedule } from '#schedule/checkSchedule.ts';
import { documentPlace, placeWords, type DocumentPlace } from '#schedule/documentPlace.ts';
import type { Schedule } from '#schedule/schema.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { RunStatus } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { NONE, reprOf } from '#trace/traceValue.ts';

/** Where a problem leads: into the document, to an event, to a node at the end of the run, or nowhere. */
export type ProblemTarget =
  | { readonly to: 'document'; readonly place: DocumentPlace }
  | { readonly to: 'event'; readonly sequence: number }
  | { readonly to: 'end'; readonly node: string | null }
  | { readonly to: 'nowhere' };

/** A problem of the open document or of its run. */
export interface ListedProblem {
  /** Unique in the list, and the same as long as it stays. */
  readonly key: string;
  /** `warning`: likely a slip in the document; `error`: something went wrong in the run. */
  readonly severity: 'warning' | 'error';
  /** What it is about, such as a node. */
  readonly subject: string;
  /** When it happened in the run, and how often; '' for the document. */
  readonly when: string;
  readonly text: string;
  readonly target: ProblemTarget;
}

/** What is odd in a document. Errors are none: an edit that makes one is refused. */
export function documentProblems(schedule: Schedule): readonly ListedProblem[] {
  return checkSchedule(schedule).map(({ path, message }, index) => {
    const place = documentPlace(schedule, path);
    return {
      key: `document ${index} ${path.join('/')}`,
      severity: 'warning',
      subject: placeWords(place),
      when: '',
      text: message,
      target: { to: 'document', place },
    };
  });
}

/** What went wrong in a run, in the order in which it happened; why it ended too soon comes last. */
export function runProblems(
  errors: UnhandledErrors,
  status: RunStatus,
  header: TraceHeader,
): readonly ListedProblem[] {
  // While it runs, a failure may still be handled.
  const open = status.state === 'running' ? [] : openGroups(errors);
  const found = [
    ...loggedGroups(errors).map((group) => ({
      group,
      why: 'left its function, and the reactor logged it: catch it by an errback, or do not raise it',
    })),
    ...open.map((group) => ({ group, why: 'is unhandled: give the chain an errback behind it' })),
  ].toSorted((a, b) => a.group.first - b.group.first);
  return [
    ...found.map(({ group, why }) => errorProblem(errors, group, why)),
    ...endProblems(status, header),
  ];
}

function errorProblem(
  { trace }: UnhandledErrors,
  { first, count }: ErrorGroup,
  why: string,
): ListedProblem {
  const at = `at ${formatTime(trace.timeAt(first))} s`;
  return {
    key: `event ${first}`,
    severity: 'error',
    subject: nodeName(trace, trace.nodeAt(first)),
    when: count === 1 ? at : `first ${at}, ${count} times`,
    text: `${reprOf(trace.valueAt(first) ?? NONE)} ${why}`,
    target: { to: 'event', sequence: first },
  };
}

function endProblems(status: RunStatus, header: TraceHeader): readonly ListedProblem[] {
  if (status.state === 'broken') {
    return [
      {
        key: 'broken',
        severity: 'error',
        subject: 'simulator',
        when: '',
        text: `failed: ${status.message}. Undo the last edit, or reload the page`,
        target: { to: 'nowhere' },
      },
    ];
  }
  if (status.state !== 'ended' || status.end.why !== 'limit') return [];
  const { time, limit } = status.end;
  const culprit = limit?.nodes[0];
  const mend = limit?.canRaise === true ? 'let it run on, or find' : 'find';
  return [
    {
      key: 'limit',
      severity: 'error',
      subject: 'run',
      when: `at ${formatTime(time)} s`,
      text: `${endReason(status.end, header)}: ${mend} what repeats without a pause`,
      target: {
        to: 'end',
        node: culprit === undefined ? null : (header.nodes[culprit]?.id ?? null),
      },
    },
  ];
}
