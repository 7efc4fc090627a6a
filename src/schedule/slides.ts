import { parseTime } from '#base/parseTime.ts';
import type { Seconds } from '#base/units.ts';

/** A slide of a presentation: a part of the notes of a schedule, and what it shows of the run. */
export interface Slide {
  /** Markdown. */
  readonly text: string;
  /** Where the playhead goes; null: it stays. */
  readonly time: Seconds | null;
  /** The ids of the nodes that are selected; null: the selection stays. */
  readonly nodes: readonly string[] | null;
}

/** A line of three hyphens or more, as Markdown draws a break between two topics. */
const BREAK = /^ {0,3}-{3,}[ \t]*$/mu;

/** The line with which a slide says what it shows: `@ 4.5 s poll, fetch`. */
const SHOWS = /^\s*@[ \t]*([^\n]*)\n?/u;

/** A time in front of the names; without one there are names only. */
const TIME = /^([\d.:]+[ \t]*(?:[a-zµμ]+(?![\w]))?)[ \t,]*/iu;

/**
 * The slides that the notes of a schedule are: parts with a line `---` between them. A part may begin
 * with a line of a time, ids of nodes, or both, behind an `@`. Notes without a word have no slides.
 */
export function slidesOf(notes: string): readonly Slide[] {
  if (notes.trim() === '') return [];
  return notes.replaceAll('\r\n', '\n').split(BREAK).map(slideOf);
}

/** The texts of all slides one below the other, without the lines that say what they show. */
export function textOfSlides(notes: string): string {
  return slidesOf(notes)
    .map(({ text }) => text)
    .join('\n\n');
}

function slideOf(part: string): Slide {
  const shows = SHOWS.exec(part);
  if (shows === null) return { text: part.trim(), time: null, nodes: null };
  const text = part.slice(shows[0].length).trim();
  const said = shows[1] ?? '';
  const { time, rest } = timeOf(said);
  const nodes = rest.split(/[\s,]+/u).filter((name) => name !== '');
  return { text, time, nodes: nodes.length === 0 ? null : nodes };
}

/** The time in front; a unit that is none is the name of a node: `4 poll`. */
function timeOf(said: string): { readonly time: Seconds | null; readonly rest: string } {
  const written = TIME.exec(said);
  if (written === null) return { time: null, rest: said };
  const time = parseTime(written[1] ?? '');
  if (time !== null) return { time, rest: said.slice(written[0].length) };
  const [number = ''] = /^[\d.:]+/u.exec(said) ?? [];
  const alone = parseTime(number);
  return alone === null
    ? { time: null, rest: said }
    : { time: alone, rest: said.slice(number.length) };
}
