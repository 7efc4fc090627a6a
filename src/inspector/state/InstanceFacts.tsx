import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useNow } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import { t } from '#words/words.ts';

import { hasDelayedCall, latenessWords, leftWords, pendingWords } from './callWords.ts';
import { Facts, type Fact } from './Facts.tsx';
import { momentsToCome } from './momentsToCome.ts';

interface InstanceFactsProps {
  /** The kind of the node. */
  readonly kind: string;
  readonly instance: InstanceState;
  readonly time: Seconds;
}

/** When a node was last started, and the delayed call that it has pending. */
export function InstanceFacts({ kind, instance, time: now }: InstanceFactsProps): ReactNode {
  const state = useNow((now) => now.state);
  if (kind === 'outsideEvent') {
    const moments = momentsToCome(state, instance.node);
    const due = moments[0] ?? null;
    return (
      <Facts
        facts={[
          [
            t('Next call'),
            due === null ? t('none') : t('at {{time}} s', { time: formatTime(due) }),
          ],
          [t('Time left'), leftWords(due, now)],
          [t('Still to come'), t('{{count}} calls', { count: moments.length })],
        ]}
      />
    );
  }
  const { startedAt, instance: number } = instance;
  const time = formatTime(startedAt);
  const facts: Fact[] = [
    [
      t('Started'),
      number > 1
        ? t('at {{time}} s, instance {{number}}', { time, number })
        : t('at {{time}} s', { time }),
    ],
    ...(hasDelayedCall(kind)
      ? ([
          [t('Pending call'), pendingWords(instance)],
          [t('Time left'), leftWords(instance.due, now)],
          [t('Last call'), latenessWords(instance)],
        ] as const)
      : []),
  ];
  return <Facts facts={facts} />;
}
