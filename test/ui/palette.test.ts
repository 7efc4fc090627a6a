import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

/** Of each token, its colour in the light and in the dark theme. */
const TOKENS = new Map(
  [
    ...readFileSync('src/ui/theme.css', 'utf8').matchAll(
      /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, [rgb(light), rgb(dark)] as const]),
);

function rgb(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** How colours look to eyes that lack a kind of cone (Machado, Oliveira and Fernandes 2009). */
const EYES: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** A colour as these eyes see it, in CIE L*a*b*. */
function seen(colour: Rgb, eyes: readonly [Rgb, Rgb, Rgb]): Rgb {
  const light = colour.map(linear) as unknown as Rgb;
  const [red, green, blue] = eyes.map((row) =>
    Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])),
  ) as unknown as Rgb;
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function apart(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** What must be told apart at a glance: marks of results and of failures, and what is late or missed. */
const PAIRS = [
  ['result', 'failure'],
  ['result', 'paused'],
  ['failure', 'time'],
  ['result', 'time'],
  ['blocking', 'failure'],
] as const;

/** Two colours closer than this are easily taken for one. */
const LEAST = 15;

describe.each(['light', 'dark'])('the colours of the %s theme', (theme) => {
  const at = theme === 'light' ? 0 : 1;
  test.each(Object.entries(EYES))('are told apart with %s', (_, eyes) => {
    const close = PAIRS.map(([one, other]) => {
      const [a, b] = [TOKENS.get(one)?.[at], TOKENS.get(other)?.[at]];
      if (a === undefined || b === undefined) throw new Error(`No colour ${one} or ${other}.`);
      return { one, other, distance: Math.round(apart(seen(a, eyes), seen(b, eyes))) };
    }).filter(({ distance }) => distance < LEAST);
    expect(close).toEqual([]);
  });
});
