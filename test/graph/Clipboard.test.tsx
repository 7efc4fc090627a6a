import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { scheduleText } from '#schedule/scheduleText.ts';

import { schedule } from '../support/schedules.ts';
import { renderGraph } from './renderGraph.tsx';

const document_ = schedule({
  functions: { tick: [{ do: 'start', node: 'save' }], store: [{ do: 'log', text: 'stored' }] },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick', position: { x: 100, y: 100 } },
    { kind: 'callLater', id: 'save', delay: 1, call: 'store', starts: 'never' },
  ],
});

/** What the browser does at a key of the clipboard: the text that was copied, and whether it was taken. */
function clipboard(
  type: 'copy' | 'cut' | 'paste',
  held = '',
): { readonly text: string; readonly isTaken: boolean } {
  let text = held;
  const event = new Event(type, { bubbles: true, cancelable: true });
  const data = {
    setData: (_: string, value: string) => {
      text = value;
    },
    getData: () => text,
  };
  Object.defineProperty(event, 'clipboardData', { value: data });
  const target = document.activeElement ?? document.body;
  act(() => {
    target.dispatchEvent(event);
  });
  return { text, isTaken: event.defaultPrevented };
}

function focusPane(): void {
  act(() => {
    document.querySelector<HTMLElement>('.react-flow')?.focus();
  });
}

test('what is copied is pasted a step beside, selected, as one step of the history', async () => {
  const { studio, edits } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['poll', 'save'] }));
  focusPane();
  const { text, isTaken } = clipboard('copy');
  expect(isTaken).toBe(true);
  clipboard('paste', text);
  clipboard('paste', text);
  const { nodes } = studio.history.getState().schedule;
  expect([nodes.map(({ id, position }) => [id, position.x]), edits()]).toEqual([
    [
      ['poll', 100],
      ['save', 0],
      ['poll_2', 140],
      ['save_2', 40],
      ['poll_3', 180],
      ['save_3', 80],
    ],
    ['paste 2 nodes', 'paste 2 nodes'],
  ]);
  expect(studio.view.getState().selection.nodes).toEqual(['poll_3', 'save_3']);
});

test('what is cut is gone, and comes back at its place', async () => {
  const { studio } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['save'] }));
  focusPane();
  const { text } = clipboard('cut');
  expect(studio.history.getState().schedule.nodes.map(({ id }) => id)).toEqual(['poll']);
  clipboard('paste', text);
  expect(studio.history.getState().schedule.nodes[1]).toEqual(document_.nodes[1]);
});

test('Ctrl+D duplicates', async () => {
  const { studio, user, edits } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['save'] }));
  focusPane();
  await user.keyboard('{Control>}d{/Control}');
  expect([edits(), studio.view.getState().selection.nodes]).toEqual([
    ['duplicate save'],
    ['save_2'],
  ]);
});

test('a whole schedule is pasted as its nodes', async () => {
  const { studio } = await renderGraph(document_);
  focusPane();
  clipboard('paste', scheduleText(document_));
  expect(studio.history.getState().schedule.nodes.map(({ id }) => id)).toEqual([
    'poll',
    'save',
    'poll_2',
    'save_2',
  ]);
});

test('another text changes nothing and is said', async () => {
  const { edits } = await renderGraph(document_);
  focusPane();
  clipboard('paste', 'good morning');
  expect(edits()).toEqual([]);
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The clipboard holds no nodes: its text is no JSON. Copy nodes of a graph',
  );
});

test('what could not come along is said', async () => {
  const { studio } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['poll'] }));
  focusPane();
  const { text } = clipboard('cut');
  act(() => studio.select({ nodes: ['save'] }));
  clipboard('cut');
  clipboard('paste', text);
  expect(screen.getByText(/Left out/)).toHaveTextContent(
    'Left out, because this schedule does not have what they name: start save in tick.',
  );
});

test('elsewhere the keys of the clipboard are left alone', async () => {
  const { studio, edits } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['poll'] }));
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  const outside = [clipboard('copy').isTaken, clipboard('cut').isTaken, clipboard('paste').isTaken];
  field.remove();
  const inside = document
    .querySelector('.react-flow')!
    .appendChild(document.createElement('input'));
  inside.focus();
  const within = [clipboard('copy').isTaken, clipboard('paste', '{}').isTaken];
  inside.remove();
  expect([outside, within, edits()]).toEqual([[false, false, false], [false, false], []]);
});

test('text that is selected is copied, and not the nodes', async () => {
  const { studio } = await renderGraph(document_);
  act(() => studio.select({ nodes: ['poll'] }));
  focusPane();
  const words = document.body.appendChild(document.createElement('p'));
  words.textContent = 'some words';
  document.getSelection()?.selectAllChildren(words);
  expect(clipboard('copy').isTaken).toBe(false);
  words.remove();
});
