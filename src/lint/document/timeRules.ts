import type { Seconds } from '#base/units.ts';
import { horizonFixes } from '#lint/fixes/horizonFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { removeBreakpoints } from '#schedule/breakpointEdits.ts';
import { removeLink } from '#schedule/chainEdits.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { chainOf, ownFunction } from '#schedule/language.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import { functionNamed } from '#schedule/places.ts';
import type { ScheduleNode, StepKind } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import type { Rule } from './report.ts';

/** A horizon at the very beginning, and a field that means nothing on this clock. */
export const documentFields: Rule = ({ schedule }, report) => {
  const { horizon, nodes, clock, advances } = schedule;
  if (horizon === 0 && nodes.length > 0) {
    report.ofDocument('horizon', {
      rule: 'noTime',
      severity: 'warning',
      text: t('is 0 s, so the run ends as soon as it has begun: extend it'),
      fixes: [titled(t('extend the horizon to 60 s'), setDocumentFields({ horizon: 60 }))],
    });
  }
  if (clock === 'testClock' || advances === 'deadlines') return;
  const toTestClock = titled(t('use the test clock'), setDocumentFields({ clock: 'testClock' }));
  const hasThreads = nodes.some(({ kind }) => kind === 'deferToThread');
  report.ofDocument('advances', {
    rule: 'noEffect',
    severity: 'warning',
    text: t(
      'has no effect: only a test clock is advanced by hand. Set clock to "testClock", or advances to "deadlines"',
    ),
    fixes: [
      titled(t('advance to the deadlines'), setDocumentFields({ advances: 'deadlines' })),
      ...(hasThreads ? [] : [toTestClock]),
    ],
  });
};

/** What is due only after the horizon. */
export const afterHorizon: Rule = (facts, report) => {
  const { schedule } = facts;
  const { horizon } = schedule;
  if (horizon === 0) return;
  for (const node of schedule.nodes) {
    if (!facts.isLive(node.id)) continue;
    const first = firstDue(node);
    if (first > horizon) {
      report.ofNode(node.id, {
        rule: 'afterHorizon',
        severity: 'warning',
        text: t(
          'is due after {{time}} at the earliest, but the run ends at {{horizon}}: extend the horizon, or shorten it',
          { time: formatDuration(first), horizon: formatDuration(horizon) },
        ),
        fixes: horizonFixes(schedule, first),
      });
    } else if (node.kind === 'outsideEvent') {
      const later = node.at.filter((time) => time > horizon);
      if (later.length > 0) {
        report.ofNode(node.id, {
          rule: 'momentsAfterHorizon',
          severity: 'hint',
          text: t(
            'has moments after the horizon of {{horizon}}, such as {{time}}: extend the horizon, or take them away',
            { horizon: formatDuration(horizon), time: formatDuration(Math.min(...later)) },
          ),
          fixes: [
            ...horizonFixes(schedule, Math.max(...later)),
            titled(
              t('take the moments of {{id}} after the horizon away', { id: node.id }),
              setNodeFields(node.id, { at: node.at.filter((time) => time <= horizon) }),
            ),
          ],
        });
      }
    }
    chainOf(node).forEach(({ timeout }, link) => {
      if (timeout === undefined || timeout < horizon) return;
      report.ofNode(
        node.id,
        {
          rule: 'lateTimeout',
          severity: 'hint',
          text: t(
            'limits to {{time}}, but the run ends at {{horizon}}: extend the horizon, or shorten the timeout',
            { time: formatDuration(timeout), horizon: formatDuration(horizon) },
          ),
          fixes: [
            ...horizonFixes(schedule, timeout),
            titled(
              t('take the timeout of {{id}} away', { id: node.id }),
              removeLink(node.id, link),
            ),
          ],
        },
        link,
      );
    });
  }
};

/** When a node is due at the earliest, seen from its start; 0 where that is not said by its fields. */
function firstDue(node: ScheduleNode): Seconds {
  switch (node.kind) {
    case 'callLater':
    case 'deferLater':
      return typeof node.delay === 'number' ? node.delay : 0;
    case 'loopingCall':
      return node.now ? 0 : node.interval;
    case 'outsideEvent':
      return node.at.length === 0 ? 0 : Math.min(...node.at);
    default:
      return 0;
  }
}

/** Loops and tasks that never let the time go on. */
export const neverRests: Rule = (facts, report) => {
  for (const node of facts.schedule.nodes) {
    const { id } = node;
    if (!facts.isLive(id)) continue;
    if (node.kind === 'loopingCall' && node.interval === 0 && !rests(facts, node, RESTS)) {
      report.ofNode(id, {
        rule: 'intervalZero',
        severity: 'warning',
        text: t(
          'has an interval of 0 s and never rests, so the time does not go on: give it an interval',
        ),
        fixes: [
          titled(
            t('set the interval of {{id}} to 1 s', { id }),
            setNodeFields(id, { interval: 1 }),
          ),
        ],
      });
    }
    if (node.kind !== 'cooperate' || node.count !== undefined) continue;
    const isStopped = facts.stepsOn(id).some(({ step }) => STOPS.has(step.do));
    if (isStopped || node.service !== undefined || rests(facts, node, [...RESTS, 'raise']))
      continue;
    report.ofNode(id, {
      rule: 'endlessTask',
      severity: 'warning',
      text: t(
        'takes steps for ever and never rests, so the time hardly goes on: give it a number of steps, or let a step stop it',
      ),
      fixes: [titled(t('let {{id}} end after 10 steps', { id }), setNodeFields(id, { count: 10 }))],
    });
  }
};

const RESTS: readonly StepKind[] = ['block', 'returnDeferred'];
const STOPS: ReadonlySet<StepKind> = new Set(['stop', 'pause']);

function rests(
  { schedule, stepsOn }: ScheduleFacts,
  node: ScheduleNode,
  kinds: readonly StepKind[],
): boolean {
  const own = ownFunction(node);
  const steps = own === null ? [] : (functionNamed(schedule, own)?.steps ?? []);
  const isStopped =
    node.kind === 'loopingCall' && stepsOn(node.id).some(({ step }) => step.do === 'stop');
  return isStopped || steps.some((step) => kinds.includes(step.do) || step.do === 'stopReactor');
}

/** Breakpoints that nothing can hit. */
export const uselessBreakpoint: Rule = ({ schedule, nodes, isLive }, report) => {
  schedule.breakpoints.forEach((breakpoint, index) => {
    const { node } = breakpoint;
    const isDead = node !== undefined && nodes.has(node) && !isLive(node);
    const isLate = breakpoint.on === 'time' && breakpoint.time > schedule.horizon;
    if (!isDead && !isLate) return;
    const remove = titled(
      t('remove breakpoint {{number}}', { number: index + 1 }),
      removeBreakpoints([index]),
    );
    report.ofDocument(
      'breakpoints',
      {
        rule: 'uselessBreakpoint',
        severity: 'hint',
        text: isDead
          ? t(
              'is never hit, for {{node}} is never started: start {{node}}, or remove the breakpoint',
              { node },
            )
          : t(
              'is never hit, for it is after the horizon: extend the horizon, or remove the breakpoint',
            ),
        fixes: isLate ? [...horizonFixes(schedule, breakpoint.time), remove] : [remove],
      },
      t('breakpoint {{number}}', { number: index + 1 }),
    );
  });
};
