import { pythonStr } from '#base/python.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';
import { reprOf } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

import type { Claim } from './lessonSchema.ts';

/** A run that has ended, with its document. */
export interface DoneLesson {
  readonly schedule: Schedule;
  readonly trace: Trace;
  readonly end: RunEnd;
}

/** What a program printed, a line each. */
export function printedLines(trace: Trace): readonly string[] {
  const logged = indexOf(trace).ofKind('logged');
  const lines: string[] = [];
  for (let index = 0; index < logged.length; index += 1) {
    const sequence = logged.at(index);
    const value = sequence === undefined ? null : trace.valueAt(sequence);
    if (value !== null) lines.push(value.is === 'json' ? pythonStr(value.json) : reprOf(value));
  }
  return lines;
}

/** When a kind of event happened to a node, in virtual seconds to the microsecond; without one, to any. */
export function timesOf(trace: Trace, event: EventKind, node: string | null): readonly number[] {
  const index = trace.header.nodes.findIndex(({ id }) => id === node);
  const list = indexOf(trace).ofKind(event);
  const found: number[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const sequence = list.at(at);
    if (sequence === undefined || (node !== null && trace.nodeAt(sequence) !== index)) continue;
    found.push(Number(trace.timeAt(sequence).toFixed(6)));
  }
  return found;
}

/** What is not so, in a sentence; null where the claim holds. */
export function claimFault(claim: Claim, { schedule, trace, end }: DoneLesson): string | null {
  switch (claim.is) {
    case 'output': {
      const printed = printedLines(trace);
      return same(printed, claim.lines)
        ? null
        : t('It must print {{wanted}}; it prints {{printed}}.', {
            wanted: listed(claim.lines),
            printed: listed(printed),
          });
    }
    case 'prints': {
      const missing = firstMissing(printedLines(trace), claim.lines);
      return missing === null
        ? null
        : t('It does not print “{{line}}” at that place yet.', { line: missing });
    }
    case 'printsNot': {
      const printed = new Set(printedLines(trace));
      const found = claim.lines.find((line) => printed.has(line));
      return found === undefined ? null : t('It still prints “{{line}}”.', { line: found });
    }
    case 'times': {
      const found = timesOf(trace, claim.event, claim.node);
      return same(found, claim.times)
        ? null
        : t('“{{event}}” of {{node}} comes at {{found}}; it must come at {{wanted}}.', {
            node: claim.node,
            event: claim.event,
            found: listedTimes(found),
            wanted: listedTimes(claim.times),
          });
    }
    case 'count': {
      const found = timesOf(trace, claim.event, claim.node ?? null).length;
      return found === claim.count
        ? null
        : t('“{{event}}” of {{node}} comes {{found}} times; it must come {{wanted}} times.', {
            node: claim.node ?? t('anything'),
            event: claim.event,
            found,
            wanted: claim.count,
          });
    }
    case 'unhandled': {
      const found = timesOf(trace, 'reported', null).length + end.unhandled.length;
      return found === claim.count
        ? null
        : t('Failures that Twisted logs as unhandled: {{found}}, and not {{wanted}}.', {
            found,
            wanted: claim.count,
          });
    }
    case 'node':
      return schedule.nodes.some(({ id }) => id === claim.node)
        ? null
        : t('There is no node {{node}} any more.', { node: claim.node });
  }
}

/** What is not so of some claims, in sentences; none: all hold. */
export function claimFaults(claims: readonly Claim[], done: DoneLesson): readonly string[] {
  return claims.flatMap((claim) => claimFault(claim, done) ?? []);
}

function same<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

/** The first line that is not printed behind those before it; null: all are. */
function firstMissing(printed: readonly string[], wanted: readonly string[]): string | null {
  let at = 0;
  for (const line of wanted) {
    const found = printed.indexOf(line, at);
    if (found === -1) return line;
    at = found + 1;
  }
  return null;
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? t('nothing') : lines.map((line) => `“${line}”`).join(', ');
}

function listedTimes(times: readonly number[]): string {
  return times.length === 0 ? t('no time') : times.map((time) => `${time} s`).join(', ');
}
