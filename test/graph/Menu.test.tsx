import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { Menu } from '#graph/menus/Menu.tsx';

const NAMES = ['callLater', 'deferLater', 'LoopingCall', 'Deferred', 'DeferredList', 'put it in'];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  render(
    <Menu
      label="Kinds"
      groups={[
        {
          heading: '',
          choices: NAMES.map((text) => ({
            key: text,
            value: text,
            text,
            face: text,
            refusal: null,
          })),
        },
      ]}
      preselected="callLater"
      onChoose={() => {}}
      onClose={() => {}}
    />,
  );
  return () => vi.useRealTimers();
});

function type(letters: string): void {
  for (const key of letters) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const focused = (): string | null => document.activeElement?.textContent ?? null;

describe('typed letters', () => {
  test('lead to the first choice that begins with all of them', () => {
    expect(screen.getByRole('menuitem', { name: 'callLater' })).toHaveFocus();
    type('defer');
    expect(focused()).toBe('deferLater');
    type('redl');
    expect(focused()).toBe('DeferredList');
  });

  test('begin anew after a pause', () => {
    type('d');
    vi.advanceTimersByTime(1_000);
    type('l');
    expect(focused()).toBe('LoopingCall');
  });

  test('go to the next choice when the same one is typed again', () => {
    type('d');
    type('d');
    expect(focused()).toBe('Deferred');
  });

  test('may have blanks in them', () => {
    type('put i');
    expect(focused()).toBe('put it in');
  });
});
