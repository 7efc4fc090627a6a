import { namesNode } from '#schedule/language.ts';
import type { Step } from '#schedule/schema.ts';

import { stepText, stepWords, type StepWords } from '#graph/words/stepWords.ts';
import { t } from '#words/words.ts';

/** A line of a card: about a step of a function, or a name in a field. */
export interface CardLine {
  /** Unique within its function. */
  readonly key: string;
  readonly words: StepWords;
  /** The steps, or the names of a list, that it stands for and that have arrows: they leave from here. */
  readonly arrows: readonly number[];
}

/** A function with more steps than this is cut: its last line says how many are not shown. */
const MAX_LINES = 8;

/** The steps of a node's own function, a line each. */
export function ownLines(steps: readonly Step[]): readonly CardLine[] {
  if (steps.length === 0) return [note('none', t('no steps yet'))];
  return shortened(
    steps.map((step, index) => stepLine(step, index)),
    MAX_LINES,
    'steps',
  );
}

/** A link has half a card's width and many neighbours: fewer lines. */
const MAX_LINK_LINES = 4;

/** The steps of a link's function: a line for each that names a node, one for all the others. */
export function linkLines(steps: readonly Step[]): readonly CardLine[] {
  if (steps.length === 0) return [note('none', t('no steps yet'))];
  const arrows: CardLine[] = [];
  const others: string[] = [];
  steps.forEach((step, index) => {
    if (namesNode(step)) arrows.push(stepLine(step, index));
    else if (others.length < MAX_LINES) others.push(stepText(step));
  });
  const lines = shortened(arrows, MAX_LINK_LINES, 'steps');
  return others.length === 0 ? lines : [...lines, note('others', others.join(', '))];
}

function stepLine(step: Step, index: number): CardLine {
  return { key: String(index), words: stepWords(step), arrows: namesNode(step) ? [index] : [] };
}

function note(key: string, text: string): CardLine {
  return { key, words: { before: text, node: null, after: '' }, arrows: [] };
}

/** A line about a field: words, and the node that it names. */
export function fieldLine(before: string, node: string | null): CardLine {
  return { key: 'field', words: { before, node, after: '' }, arrows: [] };
}

/** At most so many lines: the last one stands for all that are not shown, and for their arrows. */
export function shortened(
  lines: readonly CardLine[],
  most: number,
  things: string,
): readonly CardLine[] {
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most - 1);
  const rest = lines.slice(most - 1);
  return [
    ...shown,
    {
      ...note('more', `and ${rest.length} more ${things}`),
      arrows: rest.flatMap((line) => line.arrows),
    },
  ];
}
