import { instanceName, nodeName } from '#trace/describeEvent.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

import type { EventWords } from './eventWords.ts';
import { shownValue } from './shownValue.ts';

/** What it means that something stands in line for a worker, a token or an object, and gets it. */
export function lineWords(trace: Trace, event: TraceEvent): EventWords {
  const name = instanceName(trace, event);
  const worker = String(event.number ?? 0);
  const node = trace.header.nodes[event.node];
  const resource = nodeName(trace, node?.resource ?? REACTOR);
  const value = shownValue(event.value ?? NONE);
  switch (event.kind) {
    case 'assigned':
      return {
        text: t('Worker {{worker}} of the thread pool is free and takes the job.', { worker }),
        next: t('The program goes on; the worker calls the function in its own thread.'),
        rule: 'threads',
      };
    case 'queued':
      return {
        text: t('All workers are busy and there may be no more: the job stands in line.'),
        next: t('The worker that is done first takes the job that has waited longest.'),
        rule: 'threads',
      };
    case 'jobBegan':
      return {
        text: t('Worker {{worker}} begins the job.', { worker }),
        next: t('The reactor goes on meanwhile.'),
        rule: 'threads',
      };
    case 'jobEnded':
      return {
        text: t('Worker {{worker}} has done the job.', { worker }),
        next: t('The result comes to the reactor’s thread, which fires the Deferred.'),
        rule: 'threads',
      };
    case 'acquireWaits':
      return {
        text: t('`{{resource}}` has no free token: `{{name}}` stands in line.', { resource, name }),
        next: t('A token that is given back goes to who has waited longest.'),
        rule: 'semaphore',
      };
    case 'acquired':
      return {
        text: t('`{{name}}` has a token of `{{resource}}`.', { resource, name }),
        next: t('It calls its function, and keeps the token until that is done.'),
        rule: 'semaphore',
      };
    case 'released':
      return {
        text: t('`{{name}}` gives its token back to `{{resource}}`.', { resource, name }),
        next: t('A token that is given back goes to who has waited longest.'),
        rule: 'semaphore',
      };
    case 'getWaits':
      return {
        text: t('`{{resource}}` is empty: `{{name}}` stands in line.', { resource, name }),
        next: t('An object that is put goes to who has waited longest.'),
        rule: 'queue',
      };
    case 'got':
      return {
        text: t('`{{name}}` gets `{{value}}` from `{{resource}}`.', { resource, name, value }),
        next: t('Its Deferred fires with that.'),
        rule: 'queue',
      };
    case 'gaveUp':
      return {
        text: t('`{{name}}` was cancelled while it stood in line, and leaves it.', { name }),
        next: t('Its Deferred fails with `CancelledError`; the others move up.'),
        rule: 'cancel',
      };
    case 'put':
      return {
        text: t('`{{value}}` was put into `{{name}}`. Nobody waits for it, so it is stored.', {
          name: nodeName(trace, event.node),
          value,
        }),
        next: t('The next `get()` takes the object that has been stored longest.'),
        rule: 'queue',
      };
    default:
      return {
        text: t('`{{value}}` was put into `{{name}}`, and goes to who has waited longest.', {
          name: nodeName(trace, event.node),
          value,
        }),
        next: null,
        rule: 'queue',
      };
  }
}
