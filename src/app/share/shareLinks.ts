import type { Schedule } from '#schedule/schema.ts';

import { linkOf } from './scheduleLink.ts';

/** The ways in which a schedule is given away. */
export interface ShareLinks {
  /** Opens it in the whole studio. */
  readonly edit: string;
  /** Opens it as a presentation. */
  readonly present: string;
  /** HTML that shows it inside of another page. */
  readonly embed: string;
}

/** Links to a schedule. `page`: the address of the studio, without `?` and `#`. */
export async function shareLinks(schedule: Schedule, page: string): Promise<ShareLinks> {
  const hash = await linkOf(schedule);
  const title = schedule.name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    edit: `${page}${hash}`,
    present: `${page}?present${hash}`,
    // not shown: HTML for another page
    embed: `<iframe src="${page}?embed${hash}" title="${title}" width="100%" height="560" loading="lazy"></iframe>`,
  };
}
