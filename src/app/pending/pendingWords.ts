import { nodeName } from '#trace/describeEvent.ts';
import { formatDuration } from '#trace/formatTime.ts';
import type { PendingCall, RunState } from '#trace/runState.ts';
import type { Trace } from '#trace/traceTable.ts';
import type { Seconds } from '#base/units.ts';
import { t } from '#words/words.ts';

/** A pending call in words. */
export interface PendingWords {
  /** The node's id, with the number of its start from the second on; or `reactor`. */
  readonly subject: string;
  /** What it is, such as `tick 3: check_feed()`. */
  readonly what: string;
  /** How long it still waits, such as `in 0.25 s`. */
  readonly left: string;
}

/** Says a pending call in words; `state` is that of the playhead, which stands at `time`. */
export function pendingWords(
  trace: Trace,
  state: RunState,
  call: PendingCall,
  time: Seconds,
): PendingWords {
  const left = leftWords(call.due, time);
  if (call.of === null) return { subject: 'reactor', what: t("the Cooperator's tick"), left };
  const { node, instance } = call.of;
  const name = nodeName(trace, node);
  const subject = instance > 1 ? `${name} #${instance}` : name;
  return { subject, what: whatWords(trace, state, call, node, instance), left };
}

function whatWords(
  trace: Trace,
  state: RunState,
  { link }: PendingCall,
  node: number,
  instance: number,
): string {
  if (link !== null) return t('timeout, link {{link}}', { link: link + 1 });
  const found = trace.header.nodes[node];
  const calls = found?.own === null || found === undefined ? '' : `${found.own}()`;
  switch (found?.kind) {
    case 'loopingCall': {
      const newest = state.newest(node);
      const ticks = newest?.instance === instance ? newest.loop?.ticks : undefined;
      return said(
        ticks === undefined ? t('next tick') : t('tick {{number}}', { number: ticks + 1 }),
        calls,
      );
    }
    case 'outsideEvent':
      return said(t('outside event'), calls);
    case 'callLater':
    case 'deferLater':
      return said(found.kind, calls);
    default:
      return said(t('delayed call'), calls);
  }
}

function said(what: string, calls: string): string {
  return calls === '' ? what : `${what}: ${calls}`;
}

function leftWords(due: Seconds, time: Seconds): string {
  const left = Math.round((due - time) * 1000) / 1000;
  if (left > 0) return t('in {{time}}', { time: formatDuration(left) });
  return left === 0 ? t('now') : t('{{time}} late', { time: formatDuration(-left) });
}

/** One name for a pending call as long as it is not moved. */
export function pendingKey({ of, link, due }: PendingCall): string {
  return `${of === null ? 'tick' : `${of.node} ${of.instance}`} ${link ?? ''} ${due}`;
}
