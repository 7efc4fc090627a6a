import type { LeftOut } from '#schedule/fragment/pasteFragment.ts';

/** So many are named; the others are counted. */
const NAMED = 3;

/** What could not come along with pasted nodes, in a sentence; null where all of it could. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  if (leftOut.length === 0) return null;
  const named = leftOut.slice(0, NAMED).map(words);
  const others = leftOut.length - named.length;
  const list = others === 0 ? named.join('; ') : `${named.join('; ')}; and ${others} more`;
  return `Left out, because this schedule does not have what they name: ${list}.`;
}

function words(entry: LeftOut): string {
  switch (entry.is) {
    case 'step':
      return `${entry.step.do} ${entry.step.node} in ${entry.function}`;
    case 'member':
      return `the member ${entry.node} of ${entry.list}`;
    case 'service':
      return `the service ${entry.service} of ${entry.node}`;
  }
}
