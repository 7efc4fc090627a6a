import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';

import { outcomeOf } from './program.ts';

/** An operation of the kinds clock, reactor and ties; each kind knows some of them. */
export type TimedOperation =
  | readonly ['later', id: string, delay: Seconds, does: readonly TimedOperation[]]
  | readonly ['thread', id: string, does: readonly TimedOperation[]]
  | ChangeOfCall
  | readonly ['raise']
  | readonly ['stop']
  | readonly ['advance' | 'spin' | 'end', Seconds]
  | readonly ['loop', loop: string, interval: Seconds, now: boolean]
  | readonly ['loopstop' | 'loopreset', loop: string];

/** An operation on a call that was made before. */
export type ChangeOfCall =
  | readonly ['cancel', id: string]
  | readonly ['reset' | 'delay', id: string, Seconds];

/** Does it; "ok", or the class of the exception. */
export function changeCall(call: DelayedCall, operation: ChangeOfCall): string {
  return outcomeOf(() => {
    if (operation[0] === 'cancel') call.cancel();
    else if (operation[0] === 'reset') call.reset(operation[2]);
    else call.delay(operation[2]);
  });
}

/** For an operation that a kind does not know. */
export function refuse(operation: TimedOperation): never {
  throw new Error(`not an operation of this kind: ${JSON.stringify(operation)}`);
}
