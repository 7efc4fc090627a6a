import { describe, expect, test } from 'vitest';

import { COLOURS, type Colours } from '#timeline/draw/colours.ts';
import { escaped, SvgSheet } from '#timeline/image/svgSheet.ts';
import { timelineSvg } from '#timeline/image/timelineSvg.ts';
import { rowShapes } from '#timeline/shapes/rowShapes.ts';

import { schedule } from '../support/schedules.ts';
import { pictureOf } from './picture.ts';

const measure = (text: string): number => text.length * 6;

/** Each colour is another one, so that what is drawn in it is found. */
const COLOURS_OF_FILE = Object.fromEntries(
  Object.keys(COLOURS).map((name, index) => [
    name,
    `rgb(${index}, ${100 + index}, ${200 - index})`,
  ]),
) as Colours;

const TITLE = 'Fetch & <parse>';

const FAILING = schedule({
  horizon: 10,
  functions: {
    fetch: [{ do: 'raise', error: { type: 'ValueError', message: 'no' } }],
    tick: [{ do: 'start', node: 'request' }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 4, call: 'tick' },
    { kind: 'deferLater', id: 'request', starts: 'never', delay: 1, call: 'fetch' },
  ],
});

function svgOf(height = 96): ReturnType<typeof timelineSvg> {
  const picture = pictureOf(FAILING, 10, { height, colours: COLOURS_OF_FILE });
  return timelineSvg(picture, {
    title: TITLE,
    names: picture.layout.lanes.map((_, index) => ({ name: `lane ${index}`, depth: index - 1 })),
    family: '"Noto Sans", sans-serif',
    measure,
  });
}

describe('a picture of the timeline', () => {
  test('is well-formed, of the size that it says, and names the schedule, its lanes and all signs', () => {
    const { text, width, height } = svgOf();
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    const root = document.documentElement;
    expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual(
      [width, height].map(String),
    );
    const words = [...document.querySelectorAll('text')].map((element) => element.textContent);
    expect(words).toEqual(
      expect.arrayContaining([
        TITLE,
        'lane 1',
        'lane 2',
        '10 s',
        'unhandled failure',
        'in a worker thread',
        'missed tick',
      ]),
    );
  });

  test('shows the failures, as on the screen', () => {
    const failure = COLOURS_OF_FILE.failure.replaceAll(' ', '');
    const [legend, all] = [svgOf(0), svgOf()].map(
      ({ text }) => text.split(`fill="${failure}"`).length - 1,
    );
    const { layout, frame } = pictureOf(FAILING, 10);
    const figures = layout.lanes
      .flatMap(({ rows }) => rows)
      .flatMap((row) => rowShapes(row, frame).marks)
      .filter(({ kind }) => ['failure', 'unhandled', 'errback'].includes(kind))
      .flatMap(({ runs }) => [...runs.happened, ...runs.coming]);
    expect(figures.length).toBeGreaterThan(5);
    expect([legend, (all ?? 0) - (legend ?? 0)]).toEqual([3, figures.length]);
  });
});

test('boxes of one colour that follow each other are one path', () => {
  const sheet = new SvgSheet(COLOURS_OF_FILE, 'serif', measure);
  for (let x = 0; x < 1000; x += 2) sheet.fill(x, 0, 1, 5, 'result', 1);
  sheet.fill(0, 10, 1, 5, 'failure', 0.5);
  expect(sheet.toString().split('\n')).toHaveLength(2);
});

test('a context that is restored draws as before it was saved', () => {
  const sheet = new SvgSheet(COLOURS_OF_FILE, 'serif', measure);
  sheet.fillStyle = 'red';
  sheet.save();
  sheet.fillStyle = 'blue';
  sheet.globalAlpha = 0.5;
  sheet.fillRect(0, 0, 1, 1);
  sheet.restore();
  sheet.fillRect(0, 0, 1, 1);
  expect(sheet.toString().split('\n')).toEqual([
    '<rect x="0" y="0" width="1" height="1" fill="blue" opacity="0.5"/>',
    '<rect x="0" y="0" width="1" height="1" fill="red"/>',
  ]);
});

test('no name breaks a picture', () => {
  expect(escaped('a<b>&"c"\u0000\uD800\uFFFF 你好')).toBe('a&lt;b&gt;&amp;&quot;c&quot;��� 你好');
});
