import type { TraceEvent } from '#trace/readEvent.ts';
import type { Trace } from '#trace/traceTable.ts';

import { chainPicture } from './chainPicture.ts';
import { callWords } from './callWords.ts';
import { hopWords } from './hopWords.ts';
import { isChainEvent } from './instanceChain.ts';
import { lineWords } from './lineWords.ts';
import { loopWords } from './loopWords.ts';
import { reactorWords } from './reactorWords.ts';
import type { RuleName } from './rules.ts';
import { startWords } from './startWords.ts';

/** What an event means, in sentences; names and values stand between backticks. */
export interface EventWords {
  /** What happened, and why. */
  readonly text: string;
  /** What is to be expected next; null where the text says it, or where nothing is. */
  readonly next: string | null;
  /** The rule that it follows. */
  readonly rule: RuleName;
}

/** Says what an event of any kind means. It reads of the trace what its chain and its cause tell. */
export function eventWords(trace: Trace, sequence: number): EventWords {
  const event = trace.eventAt(sequence);
  if (isChainEvent(trace, sequence) && !isTask(trace, event)) {
    const { node, instance } = event;
    const picture = chainPicture(trace, { node, instance }, sequence + 1);
    return { ...hopWords(trace, picture, sequence), next: null };
  }
  switch (event.kind) {
    case 'startup':
    case 'passBegan':
    case 'passEnded':
    case 'stopRequested':
    case 'loggedError':
    case 'advanced':
    case 'tickPlanned':
    case 'tickCancelled':
    case 'tickBegan':
      return reactorWords(trace, event);
    case 'started':
    case 'scheduled':
    case 'unscheduled':
    case 'ran':
      return startWords(trace, event);
    case 'entered':
    case 'returned':
    case 'returnedDeferred':
    case 'raised':
    case 'logged':
    case 'blocked':
      return callWords(trace, event);
    case 'assigned':
    case 'queued':
    case 'jobBegan':
    case 'jobEnded':
    case 'acquireWaits':
    case 'acquired':
    case 'released':
    case 'getWaits':
    case 'got':
    case 'gaveUp':
    case 'put':
    case 'handed':
      return lineWords(trace, event);
    default:
      return loopWords(trace, event);
  }
}

/** Whether a task itself was paused or resumed: that is no matter of its Deferred. */
function isTask(trace: Trace, { kind, node }: TraceEvent): boolean {
  return (
    (kind === 'pauseCalled' || kind === 'resumeCalled') &&
    trace.header.nodes[node]?.kind === 'cooperate'
  );
}
