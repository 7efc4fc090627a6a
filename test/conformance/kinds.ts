import type { Arbitrary } from 'fast-check';

import { COOPERATOR_SCRIPTS } from './generators/cooperatorScripts.ts';
import { COROUTINE_SCRIPTS } from './generators/coroutineScripts.ts';
import { DEFERRED_SCRIPTS } from './generators/deferredScripts.ts';
import { LOOPING_SCRIPTS } from './generators/loopingScripts.ts';
import { PRIMITIVE_SCRIPTS } from './generators/primitiveScripts.ts';
import { CLOCK_SCRIPTS, REACTOR_SCRIPTS, TIES_SCRIPTS } from './generators/timedScripts.ts';
import { runClockProgram } from './programs/clockPrograms.ts';
import { runCooperatorProgram, type CooperatorScript } from './programs/cooperatorPrograms.ts';
import type { DeferredOperation } from './programs/deferredOperation.ts';
import { runDeferredProgram } from './programs/deferredPrograms.ts';
import { runLoopingProgram, type LoopingScript } from './programs/loopingPrograms.ts';
import type { Outcome } from './programs/program.ts';
import { runReactorProgram } from './programs/reactorPrograms.ts';
import { runTiesProgram } from './programs/tiesPrograms.ts';
import type { TimedOperation } from './programs/timedOperation.ts';

/** The script of a program of each kind. */
export interface Scripts {
  readonly clock: readonly TimedOperation[];
  readonly reactor: readonly TimedOperation[];
  readonly ties: readonly TimedOperation[];
  readonly deferred: readonly DeferredOperation[];
  readonly looping: LoopingScript;
  readonly cooperator: CooperatorScript;
  readonly primitives: readonly DeferredOperation[];
  readonly coroutine: readonly DeferredOperation[];
}

export type Kind = keyof Scripts;

/** How programs of a kind are made, and run on the port. */
export interface KindOfProgram<Script> {
  readonly scripts: Arbitrary<Script>;
  readonly run: (script: Script) => Outcome;
}

export const KINDS: { readonly [K in Kind]: KindOfProgram<Scripts[K]> } = {
  clock: { scripts: CLOCK_SCRIPTS, run: runClockProgram },
  reactor: { scripts: REACTOR_SCRIPTS, run: runReactorProgram },
  ties: { scripts: TIES_SCRIPTS, run: (script) => runTiesProgram(script) },
  deferred: { scripts: DEFERRED_SCRIPTS, run: runDeferredProgram },
  looping: { scripts: LOOPING_SCRIPTS, run: runLoopingProgram },
  cooperator: { scripts: COOPERATOR_SCRIPTS, run: runCooperatorProgram },
  primitives: { scripts: PRIMITIVE_SCRIPTS, run: runDeferredProgram },
  coroutine: { scripts: COROUTINE_SCRIPTS, run: runDeferredProgram },
};
