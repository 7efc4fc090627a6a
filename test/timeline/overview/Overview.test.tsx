import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Timeline } from '#timeline/Timeline.tsx';

import { renderWithStudio } from '../../support/renderWithStudio.tsx';

const slider = (name: string): HTMLElement => screen.getByRole('slider', { name });
const part = (): string | null => slider('Part of the run in view').getAttribute('aria-valuetext');

/** In a test the strip is 800 pixels wide, for the 15 s of the run. */
async function shown(): ReturnType<typeof renderWithStudio> {
  const rendered = await renderWithStudio(<Timeline savePicture={() => undefined} />);
  await act(async () => Promise.resolve());
  return rendered;
}

test('the part in view is moved and resized by keys', async () => {
  const { user, studio } = await shown();
  expect(screen.getByRole('group', { name: 'Overview of the run' })).toBeVisible();
  const seen = [part()];
  act(() => {
    studio.setWindow({ start: 3, end: 6 });
    slider('Part of the run in view').focus();
  });
  seen.push(part());
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  seen.push(part());
  act(() => {
    slider('End of the part in view').focus();
  });
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  seen.push(part());
  act(() => {
    slider('Start of the part in view').focus();
  });
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  seen.push(part());
  expect(seen).toEqual([
    '0.000 to 15.000 s',
    '3.000 to 6.000 s',
    '3.750 to 6.750 s',
    '3.750 to 7.500 s',
    '3.000 to 7.500 s',
  ]);
});

test('a drag is one step back, a press beside the window goes there, and two of them show all', async () => {
  const { studio } = await shown();
  act(() => {
    studio.setWindow({ start: 3, end: 6 });
  });
  const handle = slider('Part of the run in view');
  fireEvent.pointerDown(handle, { clientX: 200, button: 0, pointerId: 1 });
  for (const x of [220, 250, 280]) fireEvent.pointerMove(handle, { clientX: x, pointerId: 1 });
  fireEvent.pointerUp(handle, { clientX: 280, button: 0, pointerId: 1 });
  const seen = [part()];
  act(() => {
    studio.lastWindow();
  });
  seen.push(part());
  const area = handle.parentElement;
  if (area === null) throw new Error('The window is in the strip.');
  fireEvent.pointerDown(area, { clientX: 640, button: 0, pointerId: 1 });
  seen.push(part());
  fireEvent.doubleClick(area);
  seen.push(part());
  expect(seen).toEqual([
    '4.500 to 7.500 s',
    '3.000 to 6.000 s',
    '10.500 to 13.500 s',
    '0.000 to 15.000 s',
  ]);
});
