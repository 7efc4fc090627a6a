import type { Failure } from './failure.ts';

/** Is told what the reactor does, at the moment it happens. */
export interface ReactorProbe {
  /** The first call of a pass is about to be made. */
  passBegan?(): void;
  /** A pass in which something ran is over. */
  passEnded?(): void;
  /** An exception left a delayed call, a thread call or a hook. */
  logged?(failure: Failure): void;
}
