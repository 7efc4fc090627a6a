import { act } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Timeline } from '#timeline/Timeline.tsx';

import { announced, renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

/** A call that starts two others. */
const FAMILY = schedule({
  horizon: 20,
  functions: {
    both: [
      { do: 'start', node: 'one' },
      { do: 'start', node: 'other' },
    ],
    done: [],
  },
  nodes: [
    { kind: 'callLater', id: 'first', delay: 2, call: 'both' },
    { kind: 'callLater', id: 'one', delay: 3, call: 'done', starts: 'never' },
    { kind: 'callLater', id: 'other', delay: 9, call: 'done', starts: 'never' },
  ],
});

test('causes and effects are walked by keys: each event is selected with its node, shown and told', async () => {
  const { user, studio } = await renderWithStudio(<Timeline savePicture={() => {}} />, FAMILY);
  await act(async () => Promise.resolve());
  const { trace } = studio.run.getState();
  const started = Array.from({ length: trace.length }, (_, event) => event).filter(
    (event) => trace.kindAt(event) === 'started' && trace.timeAt(event) === 2,
  );
  const [one = -1, other = -1] = started;
  const cause = trace.causeAt(one);
  act(() => {
    studio.setWindow({ start: 15, end: 18 });
    studio.goToEvent(one);
  });
  const at = (): unknown => {
    const { selection, window } = studio.view.getState();
    expect(studio.now.getState().count).toBe((selection.event ?? 0) + 1);
    const time = trace.timeAt(selection.event ?? 0);
    expect(window !== null && window.start <= time && window.end >= time).toBe(true);
    return selection.event;
  };
  const seen = [at()];
  for (const key of ['n', 'p', 'q', 'e']) {
    await user.keyboard(key);
    seen.push(at());
  }
  const siblings = Array.from({ length: trace.length }, (_, event) => event).filter(
    (event) => trace.causeAt(event) === cause,
  );
  expect(siblings.slice(siblings.indexOf(one)).includes(other)).toBe(true);
  const next = siblings[siblings.indexOf(one) + 1];
  expect(seen).toEqual([one, next, one, cause, siblings[0]]);
  expect(announced()).toMatch(/^2\.000 s, /);
});

test('where nothing is the cause, that is said, and the selection stays', async () => {
  const { user, studio } = await renderWithStudio(null, FAMILY);
  const { trace } = studio.run.getState();
  const root = Array.from({ length: trace.length }, (_, event) => event).find(
    (event) => trace.causeAt(event) < 0,
  );
  act(() => {
    studio.goToEvent(root ?? -1);
  });
  await user.keyboard('q');
  expect(announced()).toBe('Nothing caused it');
  expect(studio.view.getState().selection.event).toBe(root);
});
