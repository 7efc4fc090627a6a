import type { Finding } from '#lint/finding.ts';

/** What is questionable in the document, and what went wrong in its run, as far as that was read. */
export interface Findings {
  /** The worst first; among those that are as bad the document's first. */
  readonly all: readonly Finding[];
  /** By the id of the node on whose card they stand; the list of a node is the same as long as it says the same. */
  readonly byNode: ReadonlyMap<string, readonly Finding[]>;
}

export const NO_FINDINGS: Findings = { all: [], byNode: new Map() };

/** The same findings again where they say the same, so that nobody has to look at them. */
export function nextFindings(before: Findings, found: readonly Finding[]): Findings {
  if (sayTheSame(before.all, found)) return before;
  const byNode = new Map<string, Finding[]>();
  for (const finding of found) {
    for (const node of finding.nodes) {
      const list = byNode.get(node);
      if (list === undefined) byNode.set(node, [finding]);
      else list.push(finding);
    }
  }
  const kept = new Map<string, readonly Finding[]>();
  for (const [node, list] of byNode) {
    const known = before.byNode.get(node);
    kept.set(node, known !== undefined && sayTheSame(known, list) ? known : list);
  }
  return { all: found, byNode: kept };
}

function sayTheSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, index) => isSame(finding, b[index]));
}

function isSame(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.key === b.key &&
    a.when === b.when &&
    a.text === b.text &&
    a.fixes.length === b.fixes.length &&
    a.fixes.every(({ label }, index) => label === b.fixes[index]?.label) &&
    JSON.stringify(a.target) === JSON.stringify(b.target)
  );
}
