import type { LeftOut } from '#schedule/fragment/pasteFragment.ts';
import { t } from '#words/words.ts';

/** So many are named; the others are counted. */
const NAMED = 3;

/** What could not come along with pasted nodes, in a sentence; null where all of it could. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  if (leftOut.length === 0) return null;
  const named = leftOut.slice(0, NAMED).map(words);
  const others = leftOut.length - named.length;
  const list =
    others === 0
      ? named.join('; ')
      : t('{{named}}; and {{number}} more', { named: named.join('; '), number: others });
  return t('Left out, because this schedule does not have what they name: {{list}}.', { list });
}

function words(entry: LeftOut): string {
  switch (entry.is) {
    case 'step':
      return t('{{step}} in {{name}}', {
        step: `${entry.step.do} ${entry.step.node}`,
        name: entry.function,
      });
    case 'member':
      return t('the member {{node}} of {{list}}', { node: entry.node, list: entry.list });
    case 'service':
      return t('the service {{service}} of {{node}}', { service: entry.service, node: entry.node });
  }
}
