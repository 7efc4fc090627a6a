import type { Seconds } from '#base/units.ts';
import { isEnded } from '#lint/document/deferredRules.ts';
import { roundAbove } from '#lint/facts/durations.ts';
import type { Finding } from '#lint/finding.ts';
import { outsideFix } from '#lint/fixes/outsideFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { decodeInstance } from '#trace/traceColumns.ts';
import { t } from '#words/words.ts';

import { atEvent, isIdle, type RunFacts, type RunRule } from './runReport.ts';

/** So many objects are put at most to wake who waits for one. */
const MOST_PUTS = 20;
/** A queue of fewer objects has just some in stock. */
const MANY = 10;
const MOST_WORKERS = 1000;

/** Deferreds that a step could fire, and in this run none did. */
export const waitsForEver: RunRule = (run) => {
  if (!isIdle(run.status)) return [];
  const { facts, tally } = run;
  return [...byNode(tally.unfired)].flatMap(([node, { instances, first }]) => {
    const id = tally.trace.header.nodes[node]?.id ?? '';
    const found = facts.nodes.get(id);
    // That nothing can fire it is said of the document.
    if (found === undefined || !isEnded(facts, found)) return [];
    const at = afterEnd(run);
    const isNewest = instances.length === 1 && instances[0] === tally.nodes[node]?.starts;
    return atEvent(run, node, first, instances.length, {
      rule: 'waitsForEver',
      severity: 'warning',
      text: t(
        'was not fired, and nothing is pending that could fire it: who waits for it waits for ever. Let a step fire it in any case',
      ),
      fixes:
        at === null || !isNewest
          ? []
          : [
              outsideFix(
                t('fire {{id}} from an outside event at {{time}}', {
                  id,
                  time: formatDuration(at),
                }),
                id,
                { do: 'fire', node: id, value: null },
                [at],
              ),
            ],
    });
  });
};

/** Gets that never got anything. */
export const neverGot: RunRule = (run) => {
  if (!isIdle(run.status)) return [];
  const { facts, tally } = run;
  const { nodes } = tally.trace.header;
  const waiting = byNode(tally.waiting);
  return [...waiting].flatMap(([node, { instances, first }]) => {
    const { kind, resource = null } = nodes[node] ?? {};
    const queue = resource === null ? '' : (nodes[resource]?.id ?? '');
    if (kind !== 'queueGet' || tally.nodes[node]?.gots !== 0) return [];
    // That nothing can put into it is said of the document.
    if (facts.stepsOn(queue).length === 0) return [];
    const ahead = [...waiting]
      .filter(([other]) => nodes[other]?.resource === resource)
      .reduce((sum, [, entry]) => sum + entry.instances.length, 0);
    const at = afterEnd(run);
    const moments = at === null ? [] : Array.from({ length: ahead }, () => at);
    const objects = t('{{count}} objects', { count: ahead });
    return atEvent(run, node, first, instances.length, {
      rule: 'neverGot',
      severity: 'warning',
      text: t(
        'got nothing from {{queue}}, and nothing is pending that could put into it: let a step put more into {{queue}}',
        { queue },
      ),
      fixes:
        at === null || ahead > MOST_PUTS
          ? []
          : [
              outsideFix(
                t('put {{objects}} into {{queue}} from an outside event at {{time}}', {
                  objects,
                  queue,
                  time: formatDuration(at),
                }),
                queue,
                { do: 'put', node: queue, value: 'object' },
                moments,
              ),
            ],
    });
  });
};

/** Guarded calls that never got a token: who has it waits for ever, perhaps for them. */
export const deadlock: RunRule = (run) => {
  if (!isIdle(run.status)) return [];
  const { tally } = run;
  const { nodes } = tally.trace.header;
  const waiting = byNode(tally.waiting);
  return [...waiting].flatMap(([node, { instances, first }]) => {
    const { kind, resource = null } = nodes[node] ?? {};
    const semaphore =
      resource === null ? undefined : run.facts.nodes.get(nodes[resource]?.id ?? '');
    if (kind !== 'guarded' || semaphore?.kind !== 'semaphore') return [];
    const { id, tokens } = semaphore;
    const all = [...waiting]
      .filter(([other]) => nodes[other]?.resource === resource)
      .reduce((sum, [, entry]) => sum + entry.instances.length, 0);
    return atEvent(run, node, first, instances.length, {
      rule: 'deadlock',
      severity: 'warning',
      text: t(
        'waits for a token of {{id}} for ever: who has one waits, too, and nothing is pending. Give {{id}} more tokens, or let who has one not wait',
        { id },
      ),
      fixes: [
        titled(
          t('give {{id}} {{number}} tokens', { id, number: tokens + all }),
          setNodeFields(id, { tokens: tokens + all }),
        ),
      ],
    });
  });
};

/** Queues that grow faster than they are emptied. */
export const queueGrows: RunRule = (run) => {
  if (run.status.state !== 'ended') return [];
  const { facts, tally } = run;
  const { nodes } = tally.trace.header;
  return tally.nodes.flatMap((entry, node): readonly Finding[] => {
    const id = nodes[node]?.id ?? '';
    if (nodes[node]?.kind !== 'queue' || !facts.nodes.has(id)) return [];
    const gots = tally.nodes.reduce(
      (sum, other, index) => (nodes[index]?.resource === node ? sum + other.gots : sum),
      0,
    );
    const left = entry.puts - gots;
    if (gots === 0 || left < MANY || left < entry.puts / 2) return [];
    return [
      {
        key: `queueGrows ${id}`,
        rule: 'queueGrows',
        severity: 'hint',
        nodes: [id],
        subject: id,
        when: '',
        text: t('grows: it gave out {{gots}} of {{puts}} objects. Take them faster, or put fewer', {
          gots,
          puts: entry.puts,
        }),
        target: { to: 'end', node: id },
        fixes: [],
      },
    ];
  });
};

/** Jobs that had to wait for a worker. */
export const waitedForWorker: RunRule = (run) => {
  const { trace, firstQueued, mostQueued } = run.tally;
  if (firstQueued === -1) return [];
  const { min, max } = run.facts.schedule.threadPool;
  const { max: had } = trace.header.threadPool;
  const workers = had + mostQueued;
  return atEvent(run, trace.nodeAt(firstQueued), firstQueued, 1, {
    rule: 'waitedForWorker',
    severity: 'hint',
    text: t('waited for a worker: {{busy}}, and {{queued}}. Give the pool more workers', {
      busy: t('all {{count}} were busy', { count: had }),
      queued: t('up to {{count}} jobs waited', { count: mostQueued }),
    }),
    fixes:
      workers > MOST_WORKERS || workers <= max
        ? []
        : [
            titled(
              t('give the thread pool {{workers}} workers', { workers }),
              setDocumentFields({ threadPool: { min, max: workers } }),
            ),
          ],
  });
};

interface Waiting {
  readonly instances: number[];
  /** The event since when the first of them waits. */
  readonly first: number;
}

function byNode(instances: ReadonlyMap<number, number>): ReadonlyMap<number, Waiting> {
  const found = new Map<number, Waiting>();
  for (const [code, sequence] of instances) {
    const { node, instance } = decodeInstance(code);
    const entry = found.get(node);
    if (entry === undefined) found.set(node, { instances: [instance], first: sequence });
    else entry.instances.push(instance);
  }
  return found;
}

/** A round time soon after the end of the run; null where the horizon is before it. */
function afterEnd({ status, facts }: RunFacts): Seconds | null {
  if (status.state !== 'ended') return null;
  const at = roundAbove(status.end.time);
  return at < facts.schedule.horizon ? at : null;
}
