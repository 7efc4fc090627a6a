import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import { Section } from '#inspector/Section.tsx';
import { ValueBox } from '#inspector/ValueBox.tsx';
import { useNow } from '#store/useStudio.ts';
import { reprOf } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

interface QueueFactsProps {
  /** The node's index in the trace. */
  readonly index: number;
}

/** More values than this are only counted. */
const MAX_LISTED = 50;

/** What a queue stores, oldest first, and which gets wait at it. */
export function QueueFacts({ index }: QueueFactsProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const state = useNow((now) => now.state.queue(index));
  const stored = state?.stored ?? [];
  const shown = stored.slice(0, MAX_LISTED).map(reprOf);
  const rest = stored.length - shown.length;
  return (
    <>
      <Facts
        facts={[
          [t('Stored'), t('{{count}} values', { count: stored.length })],
          [
            t('Wait in line'),
            <InstanceList key="wait" trace={trace} refs={state?.waiting ?? []} />,
          ],
        ]}
      />
      {stored.length === 0 ? null : (
        <Section title={t('Stored, oldest first')}>
          <ValueBox
            text={[
              ...shown,
              ...(rest > 0 ? [t('and {{number}} more', { number: rest })] : []),
            ].join('\n')}
          />
        </Section>
      )}
    </>
  );
}
