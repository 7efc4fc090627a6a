import type { Seconds } from '#base/units.ts';
import { describeEvent, type Tone } from '#trace/describeEvent.ts';
import { formatLength, formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { Hit } from '#timeline/shapes/hitTest.ts';
import { t } from '#words/words.ts';

/** What the pointer is on, in words. */
export interface HitDescription {
  readonly tone: Tone;
  /** When it is, and how long. */
  readonly when: string;
  readonly subject: string;
  readonly text: string;
}

/** Says what the pointer is on. A span that is still open lasts until `knownUntil` at least. */
export function describeHit(trace: Trace, hit: Hit, knownUntil: Seconds): HitDescription {
  const said = describeEvent(trace, hit.event);
  const others = hit.count - 1;
  const text =
    others === 0
      ? said.text
      : t('{{text}}, and {{number}} more here', { text: said.text, number: others });
  const event = { ...said, text };
  if (hit.what === 'ghost') {
    return {
      ...event,
      when: formatTime(hit.start),
      text: t('missed tick ({{text}})', { text: event.text }),
    };
  }
  if (hit.start === hit.end) return { ...event, when: formatTime(hit.start) };
  const isOpen = hit.end === Infinity;
  const end = isOpen ? knownUntil : hit.end;
  const when = t('{{start}} to {{end}}', { start: formatTime(hit.start), end: formatTime(end) });
  const length = formatLength(end - hit.start);
  return { ...event, when: isOpen ? t('{{when}}, goes on', { when }) : `${when}, ${length}` };
}
