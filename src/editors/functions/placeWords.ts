import { assertNever } from '#base/assertNever.ts';
import type { Place } from '#schedule/places.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** A place that calls a function, in words: `poll`, `fetch, errback of link 2`, `job, canceller`. */
export function placeWords(node: ScheduleNode, place: Place): string {
  switch (place.at) {
    case 'own':
      return node.kind === 'deferred' ? t('{{id}}, canceller', { id: node.id }) : node.id;
    case 'link':
      return t('{{id}}, {{side}} of link {{link}}', {
        id: node.id,
        side: place.side,
        link: place.link + 1,
      });
    default:
      return assertNever(place);
  }
}

/** What the function is to a node that it calls itself. */
export function ownFunctionWord({ kind }: ScheduleNode): string {
  return kind === 'deferred' ? t('Canceller') : t('Function');
}
