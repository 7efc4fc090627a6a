import type { CssPixels } from '#base/units.ts';
import type { CardPlace } from '#graph/useGraphActions.ts';
import { clearLinkSide, removeLink } from '#schedule/chainEdits.ts';
import { removeStep } from '#schedule/functionEdits.ts';
import { OWN_PLACE } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import type { OwnLayout } from './cardLayout.ts';
import type { CardLine } from './cardLines.ts';
import type { ChainLayout, LinkLayout } from './chainLayout.ts';
import { BLOCK_PADDING, CARD_WIDTH, METRICS } from './metrics.ts';

/** A place on a card that can be edited where it stands. */
export interface PlaceOnCard {
  /** Unique on its card. */
  readonly key: string;
  /** For those who cannot see it. */
  readonly name: string;
  readonly place: CardPlace;
  /** The step of the function there that it stands for; null: none in particular. */
  readonly step: number | null;
  /** What removes it; null: it cannot be removed by itself. */
  readonly remove: ScheduleEdit | null;
  readonly left: CssPixels;
  readonly width: CssPixels;
}

/** Places beside each other. */
export interface PlaceRow {
  readonly top: CssPixels;
  readonly height: CssPixels;
  readonly places: readonly PlaceOnCard[];
}

/** Rows of which some can be put into another order: those between two that stay. */
export interface PlaceRows {
  readonly above: readonly PlaceRow[];
  readonly moving: readonly PlaceRow[];
  readonly below: readonly PlaceRow[];
}

/** How far places stay from the edges of the card. */
const MARGIN: CssPixels = 8;
/** The room of the button that adds a step. */
const ADD_ROOM: CssPixels = 76;

/** The name of a node's own function, and the lines about its steps. */
export function ownPlaces(id: string, { name, lines, top }: OwnLayout): PlaceRows {
  const first = top + BLOCK_PADDING + METRICS.name;
  const whole: PlaceOnCard = {
    key: 'own',
    name:
      name === null
        ? t('{{id}}: no function', { id })
        : t('{{id}}: function {{name}}', { id, name }),
    place: OWN_PLACE,
    step: null,
    remove: null,
    left: MARGIN,
    width: CARD_WIDTH - MARGIN - ADD_ROOM,
  };
  const rowOf = (line: CardLine, index: number): PlaceRow => ({
    top: first + index * METRICS.line,
    height: METRICS.line,
    places: [linePlace(id, name ?? '', line, index)],
  });
  const rows = lines.map(rowOf);
  const steps = lines.filter(isStep).length;
  return {
    above: [{ top: top + BLOCK_PADDING, height: METRICS.name, places: [whole] }],
    moving: rows.slice(0, steps),
    below: rows.slice(steps),
  };
}

function linePlace(id: string, name: string, line: CardLine, index: number): PlaceOnCard {
  const { before, node, after } = line.words;
  const text = `${before}${node ?? ''}${after}`;
  const common = { key: `own ${line.key}`, place: OWN_PLACE, left: MARGIN };
  const width = CARD_WIDTH - 2 * MARGIN;
  if (!isStep(line)) {
    // The line about those that are not shown leads to the first of them.
    const step = line.key === 'more' ? index : null;
    return { ...common, name: `${id}: ${text}`, step, remove: null, width };
  }
  const remove = removeStep(name, index);
  return {
    ...common,
    name: t('{{id}}, step {{index}}: {{text}}', { id, index: index + 1, text }),
    step: index,
    remove,
    width,
  };
}

/** Whether a line is about one step. */
function isStep({ key }: CardLine): boolean {
  return /^\d+$/.test(key);
}

/** The boxes on the rails and the timeouts, a link a row. */
export function linkPlaces(id: string, { links }: ChainLayout): PlaceRows {
  const moving = links.map((link, index): PlaceRow => ({
    top: link.top,
    height: link.height,
    places: placesOfLink(id, link, index),
  }));
  return { above: [], moving, below: [] };
}

function placesOfLink(
  id: string,
  { boxes, timeout }: LinkLayout,
  link: number,
): readonly PlaceOnCard[] {
  if (timeout !== null) {
    return [
      {
        ...METRICS.boxes.both,
        key: `${link} timeout`,
        name: t('{{id}}, link {{link}}: timeout {{time}}', {
          id,
          link: link + 1,
          time: formatDuration(timeout),
        }),
        place: { at: 'timeout', link },
        step: null,
        remove: removeLink(id, link),
      },
    ];
  }
  return boxes.map(({ side, name }) => ({
    ...METRICS.boxes[side],
    key: `${link} ${side}`,
    name: t('{{id}}, link {{link}}: {{side}} {{name}}', {
      id,
      link: link + 1,
      side,
      name: name ?? '',
    }),
    place: { at: 'link', link, side },
    step: null,
    remove: boxes.length === 1 ? removeLink(id, link) : clearLinkSide(id, link, side),
  }));
}
