import type { Seconds } from '#base/units.ts';
import { describeEvent, type Tone } from '#trace/describeEvent.ts';
import { formatLength, formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { Hit } from '#timeline/shapes/hitTest.ts';

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
  const here = others === 0 ? '' : `, and ${others.toLocaleString('en')} more here`;
  const event = { ...said, text: `${said.text}${here}` };
  if (hit.what === 'ghost') {
    return { ...event, when: formatTime(hit.start), text: `missed tick (${event.text})` };
  }
  if (hit.start === hit.end) return { ...event, when: formatTime(hit.start) };
  const isOpen = hit.end === Infinity;
  const end = isOpen ? knownUntil : hit.end;
  const when = `${formatTime(hit.start)} to ${formatTime(end)}`;
  const length = formatLength(end - hit.start);
  return { ...event, when: isOpen ? `${when}, goes on` : `${when}, ${length}` };
}
