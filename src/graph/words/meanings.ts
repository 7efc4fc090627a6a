import { mayName, type NodeStepKind } from '#schedule/language.ts';
import type { NodeKind } from '#schedule/schema.ts';

import type { ArrowField } from '#graph/layout/ports.ts';
import { t } from '#words/words.ts';

/** What an arrow may mean: a step of a function, or a name in a field. */
export type ArrowDoes = NodeStepKind | ArrowField;

/** What an arrow means, as an order: `start fetch, wait for it`. */
export function meaningText(does: ArrowDoes, target: string): string {
  switch (does) {
    case 'returnDeferred':
      return t('start {{node}}, wait for it', { node: target });
    case 'await':
      return t('start {{node}}, await it', { node: target });
    case 'fire':
      return t('fire {{target}} with a result', { target });
    case 'fail':
      return t('fail {{target}} with an error', { target });
    case 'reset':
      return t('reset {{target}}, so that it waits anew', { target });
    case 'delay':
      return t('delay {{target}} by some seconds', { target });
    case 'put':
      return t('put an object into {{target}}', { target });
    case 'member':
      return t('wait for {{node}}', { node: target });
    case 'semaphore':
      return t('be guarded by {{target}}', { target });
    case 'queue':
      return t('take from {{target}}', { target });
    case 'start':
      return t('start {{node}}', { node: target });
    case 'stop':
      return t('stop {{node}}', { node: target });
    case 'cancel':
      return t('cancel {{node}}', { node: target });
    case 'pause':
      return t('pause {{node}}', { node: target });
    case 'resume':
      return t('resume {{node}}', { node: target });
  }
}

/** What one may expect of any node, so that it is said why it is not offered. */
type Expected = 'start' | 'returnDeferred' | 'await' | 'stop' | 'cancel';

/** Why a step cannot name a node of a kind that others can name. */
export function stepRefusal(does: Expected, kind: NodeKind): string {
  switch (does) {
    case 'start':
      return t('It is there from the beginning.');
    case 'returnDeferred':
    case 'await':
      return t('It gives no Deferred to wait for.');
    case 'stop':
      return t('Only a LoopingCall, a cooperate task and a Service have stop().');
    case 'cancel':
      return mayName('stop', kind) ? t('It has no cancel(): stop it.') : t('It has no cancel().');
  }
}

/** Why no function does anything to nodes of a kind; null where functions can. */
export function kindRefusal(kind: NodeKind): string | null {
  switch (kind) {
    case 'outsideEvent':
      return t(
        'An outside event is what the world does: nothing in the program starts or stops it.',
      );
    case 'semaphore':
      return t('A semaphore is not started: drag the handle of a guarded call to it.');
    default:
      return null;
  }
}
