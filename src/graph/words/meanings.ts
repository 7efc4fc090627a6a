import { mayName, type NodeStepKind } from '#schedule/language.ts';
import type { NodeKind } from '#schedule/schema.ts';

import type { ArrowField } from '#graph/layout/ports.ts';

/** What an arrow may mean: a step of a function, or a name in a field. */
export type ArrowDoes = NodeStepKind | ArrowField;

/** What an arrow means, as an order: `start fetch, wait for it`. */
export function meaningText(does: ArrowDoes, target: string): string {
  switch (does) {
    case 'returnDeferred':
      return `start ${target}, wait for it`;
    case 'await':
      return `start ${target}, await it`;
    case 'fire':
      return `fire ${target} with a result`;
    case 'fail':
      return `fail ${target} with an error`;
    case 'reset':
      return `reset ${target}, so that it waits anew`;
    case 'delay':
      return `delay ${target} by some seconds`;
    case 'put':
      return `put an object into ${target}`;
    case 'member':
      return `wait for ${target}`;
    case 'semaphore':
      return `be guarded by ${target}`;
    case 'queue':
      return `take from ${target}`;
    case 'start':
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
      return `${does} ${target}`;
  }
}

/** What one may expect of any node, so that it is said why it is not offered. */
type Expected = 'start' | 'returnDeferred' | 'await' | 'stop' | 'cancel';

/** Why a step cannot name a node of a kind that others can name. */
export function stepRefusal(does: Expected, kind: NodeKind): string {
  switch (does) {
    case 'start':
      return 'It is there from the beginning.';
    case 'returnDeferred':
    case 'await':
      return 'It gives no Deferred to wait for.';
    case 'stop':
      return 'Only a LoopingCall, a cooperate task and a Service have stop().';
    case 'cancel':
      return mayName('stop', kind) ? 'It has no cancel(): stop it.' : 'It has no cancel().';
  }
}

/** Why no function does anything to nodes of a kind; null where functions can. */
export function kindRefusal(kind: NodeKind): string | null {
  switch (kind) {
    case 'outsideEvent':
      return 'An outside event is what the world does: nothing in the program starts or stops it.';
    case 'semaphore':
      return 'A semaphore is not started: drag the handle of a guarded call to it.';
    default:
      return null;
  }
}
