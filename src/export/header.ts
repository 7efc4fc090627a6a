import { pythonNumber } from '#base/python.ts';
import { textOfSlides } from '#schedule/slides.ts';
import type { Schedule } from '#schedule/schema.ts';

import { withFullStop } from './docstring.ts';

/** How much of the notes stands in the header, in characters. */
const MOST_NOTES = 600;

/** The paragraphs of a program's docstring: what it is, where it comes from, how to run it. */
export function headerParagraphs(schedule: Schedule, fileName: string): readonly string[] {
  const name = schedule.name.trim();
  return [
    name === '' ? 'A schedule without a name.' : withFullStop(name),
    ...shortened(textOfSlides(schedule.notes)).split(/\n\s*\n/),
    `Made by Reactor Studio from a document of the format ${schedule.format}, ` +
      `version ${schedule.version}. It needs Python 3.8 and Twisted 22.4, or newer ones.`,
    `Run it with: python3 ${fileName}`,
    clockWords(schedule),
  ];
}

function clockWords({ clock, advances, horizon }: Schedule): string {
  const end = `${pythonNumber(horizon)} s`;
  if (clock === 'reactor') {
    return `It runs on the reactor, in real time, and ends after ${end}. All times are in seconds.`;
  }
  const how =
    advances === 'deadlines'
      ? `from one due time to the next, until ${end}`
      : 'by the steps that are listed in ADVANCES';
  return (
    'It runs on twisted.internet.task.Clock, as unit tests do: no real time passes, but the ' +
    `program advances the clock itself, ${how}. All times are in seconds.`
  );
}

/** The beginning of a text, up to the end of a word. */
function shortened(text: string): string {
  const characters = Array.from(text.trim());
  if (characters.length <= MOST_NOTES) return characters.join('');
  const start = characters.slice(0, MOST_NOTES).join('');
  const words = start.replace(/\s+\S*$/, '');
  return `${words.length < MOST_NOTES / 2 ? start : words} …`;
}
