import { REACTOR, type TraceNode } from '#trace/traceHeader.ts';

import { wildcard } from './kindGroups.ts';

/** What the names in a filter can mean in a run. */
export interface FilterNames {
  /** Ids that nodes can be named by, in the order of the program, and `reactor`. */
  readonly nodes: readonly NamedNode[];
  /** Those that are services. */
  readonly services: readonly NamedNode[];
}

/** A node by its names. */
export interface NamedNode {
  /** Its index in the header, or {@link REACTOR}. */
  readonly index: number;
  readonly id: string;
  /** The label on its card, or '' where it has none. */
  readonly label: string;
  /** The services that it is in, itself where it is one, by index. */
  readonly services: readonly number[];
}

/** The names of the nodes of a run; `labels` by their ids. */
export function filterNames(
  nodes: readonly Pick<TraceNode, 'id' | 'kind' | 'service'>[],
  labels: ReadonlyMap<string, string>,
): FilterNames {
  const named = nodes.map(({ id, kind }, index) => {
    const services = kind === 'service' ? [index] : [];
    let service = nodes[index]?.service ?? null;
    while (service !== null && !services.includes(service)) {
      services.push(service);
      service = nodes[service]?.service ?? null;
    }
    return { index, id, label: labels.get(id) ?? '', services };
  });
  const reactor = { index: REACTOR, id: 'reactor', label: '', services: [] };
  return {
    nodes: [...named, reactor],
    services: named.filter(({ index }) => nodes[index]?.kind === 'service'),
  };
}

/** The nodes whose id or label a text is; `*` stands for any characters. */
export function nodesNamed(nodes: readonly NamedNode[], text: string): readonly NamedNode[] {
  const pattern = wildcard(text.trim());
  return nodes.filter(({ id, label }) => pattern.test(id) || (label !== '' && pattern.test(label)));
}
