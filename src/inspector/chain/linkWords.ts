import { linkSides } from '#schedule/places.ts';
import type { ChainLink } from '#schedule/schema.ts';

/** A link in words: `Link 1: callback show, errback report`. */
export function linkWords(link: ChainLink, index: number): string {
  const sides = linkSides(link).map(([side, name]) => `${side} ${name}`);
  return `Link ${index + 1}: ${sides.join(', ')}`;
}
