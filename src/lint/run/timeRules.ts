import { roundAbove, tidy } from '#lint/facts/durations.ts';
import { threadFixes } from '#lint/fixes/threadFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { formatDuration, formatLength } from '#trace/formatTime.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { t } from '#words/words.ts';

import { blockerAt, type NodeTally } from './nodeTally.ts';
import { atEvent, type RunFacts, type RunRule } from './runReport.ts';

/** Loops that missed ticks. */
export const missedTicks: RunRule = (run) => {
  const { header } = run.tally.trace;
  return run.tally.nodes.flatMap((tally, node) => {
    const { missed, mostMissed, firstMissed, longestCall } = tally;
    const { interval = null, id = '' } = header.nodes[node] ?? {};
    if (missed === 0 || interval === null) return [];
    const isOwn = longestCall >= interval;
    const isByHand = header.clock === 'testClock';
    const why = isByHand
      ? t('for its clock was advanced beyond them')
      : isOwn
        ? t(
            'for a call takes up to {{longestCall}} and its interval is {{time}}: lengthen the interval, or let the call take less',
            { longestCall: formatLength(longestCall), time: formatDuration(interval) },
          )
        : t('while something else blocked the reactor: let that be shorter, or do it in a thread');
    // The grid may lie otherwise against the block of another one.
    const longer = roundAbove(tidy((mostMissed + (isOwn ? 0.999 : 1.999)) * interval));
    const loop = run.facts.nodes.get(id);
    const isCounted = loop?.kind === 'loopingCall' && loop.withCount;
    const fits = !isByHand && longer <= run.facts.schedule.horizon;
    return atEvent(run, node, firstMissed, 1, {
      rule: 'missedTicks',
      severity: isByHand || isCounted ? 'hint' : 'warning',
      text: t('missed {{count}} ticks, {{why}}', { count: missed, why }),
      fixes: fits
        ? [
            titled(
              t('lengthen the interval of {{id}} to {{time}}', {
                id,
                time: formatDuration(longer),
              }),
              setNodeFields(id, { interval: longer }),
            ),
            ...blockerFixes(run, tally),
          ]
        : blockerFixes(run, tally),
    });
  });
};

/** Calls that ran late, with what blocked the reactor meanwhile. */
export const ranLate: RunRule = (run) => {
  const { header } = run.tally.trace;
  if (header.clock === 'testClock') return [];
  return run.tally.nodes.flatMap((tally, node) => {
    const { late, latest, firstLate, lateBy, missed } = tally;
    // A loop that missed ticks says so: that it was late is the same thing.
    if (late === 0 || missed > 0) return [];
    const by = [...lateBy.keys()].map((key) => header.nodes[blockerAt(key).node]?.id ?? '');
    const blockers = [...new Set(by)].slice(0, 3).join(', ');
    const cause =
      blockers === ''
        ? t('the reactor was busy')
        : t('{{blockers}} blocked the reactor', { blockers });
    return atEvent(run, node, firstLate, late, {
      rule: 'ranLate',
      severity: 'hint',
      text: t('ran late, by up to {{latest}}, while {{cause}}: block for less, or in a thread', {
        latest: formatLength(latest),
        cause,
      }),
      fixes: blockerFixes(run, tally),
    });
  });
};

/** Moves what made a node late into a thread, where one function did that each time. */
function blockerFixes(
  { facts, tally }: RunFacts,
  { late, lateBy }: NodeTally,
): readonly ScheduleEdit[] {
  const [only] = lateBy;
  if (only === undefined || lateBy.size > 1 || only[1] !== late) return [];
  const name = functionOf(tally.trace.header, only[0]);
  const callers = name === null ? [] : facts.usersOf(name);
  return name === null || callers.length === 0 ? [] : threadFixes(facts, name);
}

/** The function that blocks there, where it is the only one. */
function functionOf(header: TraceHeader, key: number): string | null {
  const { node, link } = blockerAt(key);
  const found = header.nodes[node];
  if (link === -1) return found?.own ?? null;
  const { callback = null, errback = null } = found?.links[link] ?? {};
  if (callback !== null && errback !== null && callback !== errback) return null;
  return callback ?? errback;
}
