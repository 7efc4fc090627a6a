import type { Break } from '#timeline/time/folding.ts';
import { tickLabel } from '#timeline/time/tickLabel.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import type { HitDescription } from './describeHit.ts';

/** Says how much time a break of the drawing leaves out. */
export function describeBreak({ start, end }: Break): HitDescription {
  const length = end - start;
  return {
    tone: 'reactor',
    when: t('{{start}} to {{end}}', { start: formatTime(start), end: formatTime(end) }),
    subject: 'reactor',
    text: t('idle for {{length}}, drawn short', {
      length: tickLabel(length, length < 10 ? 0.001 : 1, length),
    }),
  };
}
