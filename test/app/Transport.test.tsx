import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Transport } from '#app/transport/Transport.tsx';

import { POLL } from '../support/openStudio.ts';
import { announced, renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

function renderTransport(document = POLL): Promise<Rendered> {
  return renderWithStudio(<Transport />, document);
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const clock = (): HTMLInputElement => screen.getByLabelText('Time of the playhead');

/** The time of the clock with the count of events. */
function position(): string {
  return `${clock().value}, ${screen.getByText(/^event /).textContent}`;
}

test('the buttons have the names that people look for', async () => {
  await renderTransport();
  const region = screen.getByRole('region', { name: 'Transport' });
  const names = [...region.querySelectorAll('button')].map(
    (found) => found.getAttribute('aria-label') ?? found.textContent,
  );
  expect(names).toEqual([
    'Start',
    'Step back',
    'Play',
    'Step',
    'Next instant',
    'End',
    'Previous breakpoint',
    'Next breakpoint',
    '1 unhandled error',
  ]);
});

test('every button moves the playhead where its name says', async () => {
  const { user } = await renderTransport();
  const seen = [position()];
  for (const name of ['Step back', 'Start', 'Step', 'Next instant', 'Next instant', 'End']) {
    await user.click(button(name));
    seen.push(`${name}: ${position()}`);
  }
  expect(seen).toEqual([
    '00:00.000, event 8 of 36',
    'Step back: 00:00.000, event 7 of 36',
    'Start: 00:00.000, event 0 of 36',
    'Step: 00:00.000, event 1 of 36',
    'Next instant: 00:05.000, event 17 of 36',
    'Next instant: 00:10.000, event 26 of 36',
    'End: 00:15.000, event 36 of 36',
  ]);
});

test('a button that can do nothing rests, and keeps the focus', async () => {
  const { user } = await renderTransport();
  await user.click(button('Start'));
  const resting = ['Start', 'Step back', 'Step', 'End'].map(
    (name) => `${name} ${button(name).getAttribute('aria-disabled') ?? 'acts'}`,
  );
  expect([...resting, document.activeElement?.getAttribute('aria-label')]).toEqual([
    'Start true',
    'Step back true',
    'Step acts',
    'End acts',
    'Start',
  ]);
});

test('a step is said to those who listen, playing is not', async () => {
  const { user, host } = await renderTransport();
  await user.click(button('Next instant'));
  const leapt = announced();
  await user.click(button('Step back'));
  const stepped = announced();
  await user.click(button('Play'));
  act(() => {
    host.frame(200);
  });
  expect([leapt, stepped, clock().value, announced()]).toEqual([
    '5.000 s, poll: check_feed() → None',
    '5.000 s, poll: due at 10 s',
    '00:05.200',
    '5.000 s, poll: due at 10 s',
  ]);
});

test('Play becomes Pause while it plays', async () => {
  const { user, host } = await renderTransport();
  await user.click(button('Play'));
  act(() => {
    host.frame(100);
  });
  await user.click(button('Pause'));
  act(() => {
    host.frame(100);
  });
  expect([clock().value, button('Play').title]).toEqual(['00:00.100', 'Play (F8)']);
});

test('a typed time moves the playhead', async () => {
  const { user } = await renderTransport();
  const seen: string[] = [];
  await user.click(clock());
  for (const typed of ['12.4', '0:05', '200ms', '99']) {
    await user.keyboard(`${typed}{Enter}`);
    seen.push(`${typed}: ${clock().value}`);
  }
  expect(seen).toEqual(['12.4: 00:12.400', '0:05: 00:05.000', '200ms: 00:00.200', '99: 00:15.000']);
});

test('what is no time is refused beside the field, and Esc brings the clock back', async () => {
  const { user } = await renderTransport();
  await user.click(clock());
  await user.keyboard('soon{Enter}');
  const refused = [clock().value, screen.getByRole('alert').textContent];
  await user.keyboard('{Escape}');
  expect([...refused, clock().value, screen.queryByRole('alert')]).toEqual([
    'soon',
    'Type a time, such as 12.4, 1:05.2 or 200ms.',
    '00:00.000',
    null,
  ]);
});

test('the speed is chosen, and a stored one that is not offered is shown too', async () => {
  const { user, studio } = await renderTransport();
  await user.selectOptions(screen.getByLabelText('Speed'), '1,000×');
  const chosen = studio.view.getState().speed;
  act(() => {
    studio.setSpeed(3);
  });
  expect([chosen, screen.getByRole('option', { name: '3×', selected: true }).textContent]).toEqual([
    1000,
    '3×',
  ]);
});

test('how the run ended is said, and the unhandled error is shown', async () => {
  const { user, studio } = await renderTransport();
  await user.click(button('1 unhandled error'));
  const { selection } = studio.view.getState();
  const { trace } = studio.run.getState();
  expect([
    screen.getByText(/^ended/).textContent,
    selection.nodes,
    trace.kindAt(selection.event ?? -1),
    studio.now.getState().count === (selection.event ?? -1) + 1,
  ]).toEqual(['ended at 15.000 s: nothing is pending', ['poll'], 'unhandled', true]);
});

test('a used-up budget names the node at fault and lets the run go on', async () => {
  const busy = schedule({
    horizon: 1,
    functions: { spin: [{ do: 'log', text: 'round' }] },
    nodes: [{ kind: 'loopingCall', id: 'whirl', interval: 0, call: 'spin', chain: [] }],
  });
  const { user, studio } = await renderTransport(busy);
  const before = studio.run.getState().trace.length;
  const words = screen.getByText(/budget/).textContent;
  await user.click(button('Run on'));
  await expect.poll(() => studio.run.getState().trace.length).toBeGreaterThan(before);
  expect(words).toBe(
    'paused at 0.000 s: budget of 100,000 events at one instant used up, mostly by whirl',
  );
});

test('a long run shows how far it is, is stopped, and goes on from there', async () => {
  const { user, studio } = await renderTransport(
    schedule({
      horizon: 50,
      functions: { spin: [{ do: 'log', text: 'round {call}' }] },
      nodes: [{ kind: 'loopingCall', id: 'whirl', interval: 1, call: 'spin', chain: [] }],
    }),
  );
  const before = screen.queryByRole('button', { name: 'Stop' });
  act(() => {
    studio.seek(1e6);
  });
  // At once: a press as a hand makes it takes so long that the budget may be used up before.
  const stop = await screen.findByRole('button', { name: 'Stop' });
  act(() => {
    stop.click();
  });
  const goOn = await screen.findByRole('button', { name: 'Go on' });
  const words = screen.getByText(/you stopped/).textContent;
  const { length } = studio.run.getState().trace;
  await user.click(goOn);
  await screen.findByText(/^simulating, \d+ % of 277:46:40$/);
  await expect.poll(() => studio.run.getState().trace.length).toBeGreaterThan(length);
  expect([before, words?.replace(/[\d.]+ s/, 'N s')]).toEqual([
    null,
    'paused at N s: you stopped the simulation',
  ]);
});
