import type { Place } from '#schedule/places.ts';
import type { DocumentPlace } from '#schedule/documentPlace.ts';
import { placeWords } from '#schedule/documentPlace.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import type { Finding, FindingRule, Severity } from '#lint/finding.ts';

/** What a rule says of a place of a document. */
export interface Remark {
  readonly rule: FindingRule;
  readonly severity: Exclude<Severity, 'error'>;
  readonly text: string;
  readonly fixes: readonly ScheduleEdit[];
}

/** Takes what the rules find in a document. */
export interface Report {
  readonly findings: readonly Finding[];
  ofNode(node: string, remark: Remark, link?: number): void;
  ofFunction(name: string, remark: Remark, step?: number): void;
  /** Of the document itself; `subject` where a field of it does not say what it is about. */
  ofDocument(field: string, remark: Remark, subject?: string): void;
}

/** An empty report. */
export function createReport(facts: ScheduleFacts): Report {
  const findings: Finding[] = [];
  const keys = new Set<string>();
  const add = (
    nodes: readonly string[],
    place: DocumentPlace,
    { rule, severity, text, fixes }: Remark,
    subject = placeWords(place),
  ): void => {
    const base = `${rule} ${subject}`;
    let key = base;
    for (let number = 2; keys.has(key); number += 1) key = `${base} ${number}`;
    keys.add(key);
    const target = { to: 'document', place } as const;
    findings.push({ key, rule, severity, nodes, subject, when: '', text, target, fixes });
  };
  return {
    findings,
    ofNode(node, remark, link) {
      add([node], { at: 'node', node, link: link ?? null }, remark);
    },
    ofFunction(name, remark, step) {
      const [user = null] = facts.usersOf(name);
      const by: { node: string; place: Place } | null =
        user === null ? null : { node: user.node.id, place: user.place };
      const place = { at: 'function', function: name, step: step ?? null, user: by } as const;
      add(facts.callers(name), place, remark);
    },
    ofDocument(field, remark, subject) {
      add([], { at: 'document', field }, remark, subject);
    },
  };
}

/** A rule: says what it finds. */
export type Rule = (facts: ScheduleFacts, report: Report) => void;
