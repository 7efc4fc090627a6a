import type { ReactNode } from 'react';

import type { Finding, FindingRule } from '#lint/finding.ts';
import { linesOfPlace } from '#store/linesOfPlace.ts';
import { usePython } from '#store/usePython.ts';
import { useRun } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { CauseWalk } from './CauseWalk.tsx';
import { EventPython } from './EventPython.tsx';
import { eventWords } from './eventWords.ts';
import styles from './Explanation.module.css';
import { PythonLines } from './PythonLines.tsx';
import type { RuleName } from './rules.ts';
import { RuleText } from './RuleText.tsx';
import { Sentence } from './Sentence.tsx';

interface FindingExplanationProps {
  readonly finding: Finding;
}

/** The rule of Twisted, or of schedules, behind each rule that finds something; null where none is. */
const RULE_BEHIND: Readonly<Record<FindingRule, RuleName | null>> = {
  broken: null,
  unhandled: 'unhandled',
  logged: 'reactorLogs',
  limit: 'budget',
  missedTicks: 'grid',
  ranLate: 'late',
  waitsForEver: 'fires',
  neverGot: 'queue',
  deadlock: 'semaphore',
  queueGrows: 'queue',
  waitedForWorker: 'threads',
  neverStarted: 'starts',
  deadStarter: 'starts',
  membersNotStarted: 'starts',
  emptyList: 'list',
  nothingFires: 'fires',
  nothingResumes: 'pause',
  nothingTakes: 'queue',
  nothingPuts: 'queue',
  conditionNeverHolds: 'conditions',
  intervalZero: 'budget',
  endlessTask: 'budget',
  afterHorizon: 'horizon',
  noTime: 'horizon',
  noEffect: 'clock',
  momentsAfterHorizon: 'horizon',
  lateTimeout: 'timeout',
  blocksReactor: 'late',
  noCanceller: 'cancel',
  unusedSemaphore: 'semaphore',
  unusedQueue: 'queue',
  uncalledFunction: 'starts',
  uselessBreakpoint: 'horizon',
};

/** A problem explained: the rule behind it, the event that it leads to, and the lines of Python. */
export function FindingExplanation({ finding }: FindingExplanationProps): ReactNode {
  const { rule, target } = finding;
  const behind = RULE_BEHIND[rule];
  return (
    <>
      {behind === null ? (
        <p className={styles.next}>{t('It is a fault of the studio, and not of your schedule.')}</p>
      ) : (
        <RuleText rule={behind} />
      )}
      {target.to === 'event' ? <EventBehind sequence={target.sequence} /> : null}
      {target.to === 'document' ? <PlaceBehind place={target.place} /> : null}
    </>
  );
}

function EventBehind({ sequence }: { readonly sequence: number }): ReactNode {
  const { trace } = useRun();
  if (sequence >= trace.length) return null;
  const { text, rule } = eventWords(trace, sequence);
  return (
    <>
      <h3 className={styles.label}>{t('What happened')}</h3>
      <Sentence text={text} rule={rule} />
      <CauseWalk trace={trace} sequence={sequence} />
      <EventPython trace={trace} sequence={sequence} />
    </>
  );
}

type Place = Extract<Finding['target'], { to: 'document' }>['place'];

function PlaceBehind({ place }: { readonly place: Place }): ReactNode {
  const program = usePython();
  return <PythonLines program={program} ranges={linesOfPlace(program, place)} />;
}
