import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';

import { ErrorBoundary } from '#app/layout/ErrorBoundary.tsx';

test('an error of one panel leaves the others, names itself, and the panel can be shown again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  function Panel(): ReactNode {
    if (broken) throw new RangeError('There is no event 7.');
    return <section aria-label="Graph">drawn</section>;
  }
  render(
    <>
      <ErrorBoundary label="Graph">
        <Panel />
      </ErrorBoundary>
      <section aria-label="Events">beside it</section>
    </>,
  );
  const said = [screen.getByRole('region', { name: 'Graph' }), screen.getByText('beside it')].map(
    (element) => element.textContent,
  );
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Show again' }));
  expect([...said, screen.getByRole('region', { name: 'Graph' }).textContent]).toEqual([
    'Graph stopped with an errorRangeError: There is no event 7.The schedule itself is safe. ' +
      'If it stops again, undo the last edit or reload the page.Show again',
    'beside it',
    'drawn',
  ]);
});
