import type { TraceHeader } from '#trace/traceHeader.ts';

/** What a fold has to know of each node, by index, in a form that is quick to read. */
export interface ProgramFacts {
  readonly header: TraceHeader;
  readonly nodes: readonly NodeFacts[];
  /** The rows of functions in the table of calls, by name; that of `''` counts calls of no function. */
  readonly functions: ReadonlyMap<string, number>;
  /** The nodes that are semaphores or queues; their places here are their rows. */
  readonly resources: readonly number[];
  /** By such a row: the nodes whose instances wait in line there. */
  readonly users: readonly (readonly number[])[];
  /** The nodes whose instances are jobs for the thread pool. */
  readonly jobs: readonly number[];
}

/** What a fold has to know of a node. */
export interface NodeFacts {
  readonly is: 'loop' | 'coroutine' | 'task' | 'job' | 'service' | 'other';
  readonly givesDeferred: boolean;
  /** Whether what its own function gives is its Deferred's result. */
  readonly ownGivesResult: boolean;
  readonly links: number;
  /** Its own row, if it is a semaphore or queue; else -1. */
  readonly row: number;
  /** The row of the semaphore or queue that its instances wait at; -1 for none. */
  readonly waitsAt: number;
  /** The row of its own function, then those on the callback and the errback rail of each link. */
  readonly functions: readonly number[];
}

/** Kinds that give no Deferred; a trace may have kinds that this program does not know. */
const WITHOUT_DEFERRED: ReadonlySet<string> = new Set([
  'callLater',
  'outsideEvent',
  'service',
  'semaphore',
  'queue',
]);

const ROLES: Readonly<Record<string, NodeFacts['is']>> = {
  loopingCall: 'loop',
  coroutine: 'coroutine',
  cooperate: 'task',
  deferToThread: 'job',
  service: 'service',
};

/** The facts of the program that a header tells of. */
export function programFacts(header: TraceHeader): ProgramFacts {
  const functions = new Map<string, number>([['', 0]]);
  const rowOf = (name: string | null): number => {
    const known = functions.get(name ?? '');
    if (known !== undefined) return known;
    functions.set(name ?? '', functions.size);
    return functions.size - 1;
  };
  const resources = header.nodes.flatMap(({ kind }, node) =>
    kind === 'semaphore' || kind === 'queue' ? [node] : [],
  );
  const rows = new Map(resources.map((node, row) => [node, row]));
  const nodes = header.nodes.map(({ kind, own, links, resource }, node): NodeFacts => {
    const is = Object.hasOwn(ROLES, kind) ? ROLES[kind] : undefined;
    return {
      is: is ?? 'other',
      givesDeferred: !WITHOUT_DEFERRED.has(kind),
      ownGivesResult: kind === 'deferLater',
      links: links.length,
      row: rows.get(node) ?? -1,
      waitsAt: rows.get(resource ?? -1) ?? -1,
      functions: [own, ...links.flatMap(({ callback, errback }) => [callback, errback])].map(rowOf),
    };
  });
  const nodesThat = (holds: (node: NodeFacts) => boolean): readonly number[] =>
    nodes.flatMap((node, index) => (holds(node) ? [index] : []));
  return {
    header,
    nodes,
    functions,
    resources,
    users: resources.map((_, row) => nodesThat(({ waitsAt }) => waitsAt === row)),
    jobs: nodesThat(({ is }) => is === 'job'),
  };
}
