import { ownFunction, ownFunctionField } from '#schedule/language.ts';
import type { ChainLink, ScheduleNode } from '#schedule/schema.ts';

/** A copy of a node in which ids and names of functions are others. */
export function renamedNode(
  original: ScheduleNode,
  idOf: (id: string) => string,
  nameOf: (name: string) => string,
): ScheduleNode {
  const node = { ...original, id: idOf(original.id), position: { ...original.position } };
  if (node.service !== undefined) node.service = idOf(node.service);
  if (node.kind === 'guarded') node.semaphore = idOf(node.semaphore);
  if (node.kind === 'queueGet') node.queue = idOf(node.queue);
  if (node.kind === 'deferredList') node.members = node.members.map(idOf);
  if ('chain' in node) node.chain = node.chain.map((link) => renamedLink(link, nameOf));
  const field = ownFunctionField(node.kind);
  const own = ownFunction(node);
  if (field !== null && own !== null) Reflect.set(node, field, nameOf(own));
  return node;
}

function renamedLink(link: ChainLink, nameOf: (name: string) => string): ChainLink {
  const renamed = { ...link };
  for (const side of ['callback', 'errback', 'both'] as const) {
    const name = renamed[side];
    if (name !== undefined) renamed[side] = nameOf(name);
  }
  return renamed;
}
