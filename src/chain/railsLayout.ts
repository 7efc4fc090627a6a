import type { CssPixels } from '#base/units.ts';

import type { ChainPicture, LinkRecord, Rail } from '#explain/chainPicture.ts';
import { railOf } from '#explain/chainPicture.ts';

/** The height of what stands above the first link. */
export const TOP: CssPixels = 52;
/** The height of a link. */
export const ROW: CssPixels = 74;
/** The height of what stands below the last link. */
export const BOTTOM: CssPixels = 58;

/** Where rails run, in hundredths of the width; in the middle is what is on neither. */
export const ACROSS: Readonly<Record<Rail | 'middle', number>> = {
  callback: 27,
  errback: 73,
  middle: 50,
};

/** How far above and below the edge of a link a line changes to the other rail. */
const BEND: CssPixels = 16;

/** The height of the picture of a chain. */
export function railsHeight(links: number): CssPixels {
  return TOP + links * ROW + BOTTOM;
}

/** Where the marble is, in hundredths of the width and in pixels from the top; null before it has fired. */
export function marbleAt({ called, result, links, place }: ChainPicture): {
  readonly x: number;
  readonly y: CssPixels;
} | null {
  if (!called) return null;
  const running = links.findIndex(({ state }) => state === 'running');
  const at = running >= 0 ? links[running] : undefined;
  if (at !== undefined) {
    return { x: ACROSS[at.cameOn ?? 'middle'], y: TOP + running * ROW + ROW - BEND + 4 };
  }
  const y = TOP + place * ROW;
  return { x: ACROSS[result === null ? 'middle' : railOf(result)], y };
}

/** The way that the value has gone, as an SVG path in hundredths of the width and pixels. */
export function trailPath(picture: ChainPicture): string {
  const { first, links } = picture;
  if (first === null) return '';
  const start = ACROSS[railOf(first.value)];
  let x = start;
  let path = `M${x},${TOP - 24} V${TOP}`;
  links.forEach((link, index) => {
    const top = TOP + index * ROW;
    const from = cameOn(link);
    if (from === null) return;
    path += lineTo(x, from, top - BEND / 2, top + BEND / 2);
    x = from;
    const to = link.output === null ? null : ACROSS[railOf(link.output)];
    path += ` V${top + ROW / 2}`;
    if (to === null) return;
    path += lineTo(x, to, top + ROW / 2 + 4, top + ROW);
    x = to;
  });
  return path;
}

function cameOn(link: LinkRecord): number | null {
  return link.cameOn === null ? null : ACROSS[link.cameOn];
}

function lineTo(from: number, to: number, top: CssPixels, bottom: CssPixels): string {
  if (from === to) return ` V${bottom}`;
  const middle = (top + bottom) / 2;
  return ` V${top} C${from},${middle} ${to},${middle} ${to},${bottom}`;
}
