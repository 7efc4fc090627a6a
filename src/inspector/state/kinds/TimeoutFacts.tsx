import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { leftWords } from '#inspector/state/callWords.ts';
import { Facts } from '#inspector/state/Facts.tsx';
import { formatTime } from '#trace/formatTime.ts';
import type { PendingTimeout } from '#trace/instanceState.ts';
import { t } from '#words/words.ts';

interface TimeoutFactsProps {
  readonly timeouts: readonly PendingTimeout[];
  readonly time: Seconds;
}

/** The timeouts of a chain that are still running, and how long each has left. */
export function TimeoutFacts({ timeouts, time }: TimeoutFactsProps): ReactNode {
  return (
    <Facts
      facts={timeouts.map(({ link, due }) => [
        t('Link {{number}}', { number: link + 1 }),
        t('{{due}} left, until {{time}} s', { due: leftWords(due, time), time: formatTime(due) }),
      ])}
    />
  );
}
