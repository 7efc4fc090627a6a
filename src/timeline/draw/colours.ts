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

/** The colours of the drawing as a canvas takes them. */
export type Colours = Readonly<Record<keyof typeof COLOURS, string>>;

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
