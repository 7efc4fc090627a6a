import type { Seconds } from '#base/units.ts';
import { instanceName, nodeName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import type { RunState } from '#trace/runState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

/** Nobody reads on where the ninth waits for the tenth. */
const LONGEST_WALK = 8;

/**
 * What is to be expected next of an instance, in sentences: what it waits for, then what that waits
 * for, and so on, up to what will happen of itself. Names stand between backticks.
 */
export function whatNext(
  trace: Trace,
  state: RunState,
  instance: InstanceState,
): readonly string[] {
  const sentences: string[] = [];
  const seen = new Set<string>();
  let at: InstanceState | null = instance;
  while (at !== null && sentences.length < LONGEST_WALK) {
    seen.add(`${at.node} ${at.instance}`);
    const { text, waitsOn }: Step = stepOf(trace, state, at);
    sentences.push(text);
    const isKnown = waitsOn === null || seen.has(`${waitsOn.node} ${waitsOn.instance}`);
    at = isKnown ? null : instanceOf(state, waitsOn);
  }
  return sentences;
}

interface Step {
  readonly text: string;
  readonly waitsOn: InstanceRef | null;
}

function stepOf(trace: Trace, state: RunState, instance: InstanceState): Step {
  const name = instanceName(trace, instance);
  const waitsOn = waitOf(instance);
  if (instance.inside.length > 0 && instance.job === null && waitsOn === null) {
    return here(
      t('`{{name}}` is inside of `{{function}}`: its next step comes next, or its end.', {
        name,
        function: instance.inside.at(-1)?.name ?? '?',
      }),
    );
  }
  if (waitsOn !== null) {
    const isItself = waitsOn.node === instance.node && waitsOn.instance === instance.instance;
    return isItself
      ? here(t('`{{name}}` goes on when a Deferred inside of it has a result.', { name }))
      : {
          text: t('`{{name}}` goes on when `{{other}}` has a result.', {
            name,
            other: instanceName(trace, waitsOn),
          }),
          waitsOn,
        };
  }
  return here(
    dueWords(trace, state, instance, name) ??
      lineWords(trace, state, instance, name) ??
      deferredWords(trace, instance, name),
  );
}

function here(text: string): Step {
  return { text, waitsOn: null };
}

function waitOf({ deferred, loop, body, task }: InstanceState): InstanceRef | null {
  return deferred?.waitsOn ?? loop?.waitsOn ?? body?.waitsOn ?? task?.waitsOn ?? null;
}

function instanceOf(state: RunState, { node, instance }: InstanceRef): InstanceState | null {
  return state.instancesOf(node).find((one) => one.instance === instance) ?? null;
}

function dueWords(
  trace: Trace,
  state: RunState,
  { node, due, loop, task, timeouts }: InstanceState,
  name: string,
): string | null {
  if (due !== null) return dueAt(due, state.time, name, loop !== null);
  if (task !== null && !task.ended) {
    if (task.pauses > 0) {
      return t('`{{name}}` takes no step until `resume()` was called as often as `pause()`.', {
        name,
      });
    }
    return state.tickDue === null
      ? t('`{{name}}` takes its next step when it has its turn in this tick.', { name })
      : t('`{{name}}` takes its next step in the Cooperator’s tick, due at {{time}} s.', {
          name,
          time: formatTime(state.tickDue),
        });
  }
  const [timeout] = timeouts;
  const isList = trace.header.nodes[node]?.kind === 'deferredList';
  if (timeout === undefined || isList) return null;
  return t('Nothing is due but its timeout, which cancels `{{name}}` at {{time}} s.', {
    name,
    time: formatTime(timeout.due),
  });
}

function dueAt(due: Seconds, now: Seconds, name: string, isLoop: boolean): string {
  const time = formatTime(due);
  if (due < now) {
    return t('`{{name}}` was due at {{time}} s: the reactor calls it as soon as it can.', {
      name,
      time,
    });
  }
  return isLoop
    ? t('The next tick of `{{name}}` is due at {{time}} s.', { name, time })
    : t('The reactor calls `{{name}}` at {{time}} s, unless it is cancelled or moved before.', {
        name,
        time,
      });
}

function lineWords(
  trace: Trace,
  state: RunState,
  { node, job, turn, blockedUntil }: InstanceState,
  name: string,
): string | null {
  if (job !== null && job.is !== 'done') {
    if (job.is !== 'running') return t('`{{name}}` begins when a worker takes it.', { name });
    return blockedUntil === null || blockedUntil < state.time
      ? t('A worker is at `{{name}}`: when it is done, the reactor’s thread hears of it.', { name })
      : t('A worker is at `{{name}}`, up to {{time}} s at least.', {
          name,
          time: formatTime(blockedUntil),
        });
  }
  const found = trace.header.nodes[node];
  if (turn !== 'waits' || found === undefined) return null;
  const resource = nodeName(trace, found.resource ?? -1);
  return found.kind === 'queueGet'
    ? t('`{{name}}` has its turn when an object is put into `{{resource}}`.', { name, resource })
    : t('`{{name}}` has its turn when a token of `{{resource}}` is given back.', {
        name,
        resource,
      });
}

function deferredWords(
  trace: Trace,
  { node, deferred, loop, running }: InstanceState,
  name: string,
): string {
  const kind = trace.header.nodes[node]?.kind;
  if (kind === 'service') {
    return running
      ? t('`{{name}}` runs until it is stopped.', { name })
      : t('`{{name}}` does nothing more, unless it is started again.', { name });
  }
  if (deferred !== null && !deferred.called) {
    if (loop?.running === true)
      return t('The loop `{{name}}` is about to plan its next tick.', { name });
    return kind === 'deferredList'
      ? t('`{{name}}` fires when its members have their results, or as its options say.', { name })
      : t('`{{name}}` fires when somebody calls `callback()` or `errback()` on it.', { name });
  }
  if (deferred !== null && deferred.pauses > 0) {
    return t('The value of `{{name}}` goes no further until `unpause()` is called.', { name });
  }
  if (deferred?.unhandled === true) {
    return deferred.reported
      ? t('Twisted has logged the error of `{{name}}`. Nothing more comes of it.', { name })
      : t(
          'An errback can still be added to `{{name}}`. When nothing holds it any more, Twisted logs the error.',
          { name },
        );
  }
  return t('Nothing more comes of this start of `{{name}}`.', { name });
}
