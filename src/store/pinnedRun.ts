import { isPaused } from '#trace/runEnd.ts';
import type { ComparedRun } from '#trace/runComparison.ts';

import { knownUntil } from './knownUntil.ts';
import type { RunInfo } from './studio.ts';

/** A run that was kept to compare later ones with. */
export interface PinnedRun extends ComparedRun {
  /** The name of its schedule then. */
  readonly name: string;
}

/** A run as far as it is known now. */
export function comparedRun(run: RunInfo): ComparedRun {
  const { trace, status } = run;
  const isCut = status.state !== 'ended' || isPaused(status.end);
  return { trace, until: knownUntil(run), isCut };
}
