import { t } from '#words/words.ts';

/** How many names a message shows. */
const SHOWN = 6;

/**
 * A few names that there are, those that are like a written one first: `Nodes: poll, pool.`, or
 * `Nodes: poll, pool and 12 more.`
 */
export function nameList(title: string, names: readonly string[], written: string): string {
  const wanted = written.toLowerCase();
  const sorted = names.toSorted((a, b) => likeness(b, wanted) - likeness(a, wanted));
  const shown = sorted.slice(0, SHOWN).join(', ');
  const rest = names.length - SHOWN;
  return rest > 0
    ? t('{{title}}: {{shown}} and {{number}} more.', { title, shown, number: rest })
    : t('{{title}}: {{shown}}.', { title, shown });
}

/** How many characters two names begin with alike, and some more where one contains the other. */
function likeness(name: string, wanted: string): number {
  const text = name.toLowerCase();
  let same = 0;
  while (same < wanted.length && text[same] === wanted[same]) same += 1;
  return same + (wanted !== '' && text.includes(wanted) ? wanted.length : 0);
}
