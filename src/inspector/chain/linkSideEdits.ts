import { clearLinkSide, setLinkSide } from '#schedule/functionEdits.ts';
import type { LinkSide } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

/** Puts the one function of a link on another rail, or on both. */
export function moveLinkSide(
  id: string,
  link: number,
  from: LinkSide,
  to: LinkSide,
  name: string,
): ScheduleEdit {
  const set = setLinkSide(id, link, to, name);
  const clear = clearLinkSide(id, link, from);
  const swaps = from !== 'both' && to !== 'both';
  return {
    label: `make ${from} of ${id} ${to}`,
    apply(draft) {
      set.apply(draft);
      // `both` stands alone, so setting it, or another side beside it, has cleared the old one.
      if (swaps) clear.apply(draft);
    },
  };
}
