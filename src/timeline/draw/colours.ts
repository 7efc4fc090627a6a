// not shown in this file: colours of CSS

/** The colours of the drawing, by what they stand for, in the tokens of the theme. */
export const COLOURS = {
  surface: 'var(--surface)',
  sunken: 'var(--surface-sunken)',
  line: 'var(--line)',
  lineStrong: 'var(--line-strong)',
  text: 'var(--text)',
  textMuted: 'var(--text-muted)',
  textFaint: 'var(--text-faint)',
  time: 'var(--time)',
  timeSoft: 'var(--time-soft)',
  result: 'var(--result)',
  resultSoft: 'var(--result-soft)',
  resultEdge: 'color-mix(in srgb, var(--result) 40%, var(--result-soft))',
  failure: 'var(--failure)',
  waiting: 'var(--waiting)',
  waitingSoft: 'var(--waiting-soft)',
  waitingEdge: 'color-mix(in srgb, var(--waiting) 45%, var(--waiting-soft))',
  paused: 'var(--paused)',
  pausedSoft: 'var(--paused-soft)',
  pausedEdge: 'color-mix(in srgb, var(--paused) 40%, var(--paused-soft))',
  breakpoint: 'var(--breakpoint)',
  blocking: 'var(--blocking)',
  blockingSoft: 'var(--blocking-soft)',
} as const;

export type ColourName = keyof typeof COLOURS;

/** The colours of the drawing as a canvas takes them. */
export type Colours = Readonly<Record<ColourName, string>>;

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * The parts of a colour as `getComputedStyle` writes it: `rgb(10, 115, 96)`, or
 * `color(srgb 0.04 0.45 0.38)` where colours were mixed.
 */
export function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const most = colour.startsWith('color(') ? 255 : 1;
  return [Math.round(red * most), Math.round(green * most), Math.round(blue * most)];
}

/** So much of a colour as `strength` says, from 0 to 1; the rest is the surface. */
export function mixed(colours: Colours, colour: ColourName, strength: number): Rgb {
  const [full, surface] = [rgbOf(colours[colour]), rgbOf(colours.surface)];
  const mix = (part: 0 | 1 | 2): number =>
    Math.round(full[part] * strength + surface[part] * (1 - strength));
  return [mix(0), mix(1), mix(2)];
}

/**
 * Reads the tokens in the theme that an element stands in. A custom property keeps `light-dark()`
 * as it is written; only as the colour of an element does the browser decide for one of the two.
 */
export function readColours(beside: HTMLElement): Colours {
  const probe = beside.ownerDocument.createElement('span');
  probe.hidden = true;
  beside.append(probe);
  const read = (expression: string): string => {
    probe.style.color = expression;
    return getComputedStyle(probe).color;
  };
  const entries = Object.entries(COLOURS).map(([name, expression]) => [name, read(expression)]);
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}

/** Calls `onChange` whenever the theme of the page or of the system changes; gives what ends that. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class', 'style'],
  });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}
