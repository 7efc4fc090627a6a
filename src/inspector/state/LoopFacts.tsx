import type { ReactNode } from 'react';

import { instanceName } from '#trace/describeEvent.ts';
import type { LoopState } from '#trace/instanceState.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { NOTHING } from './callWords.ts';
import { Facts } from './Facts.tsx';

interface LoopFactsProps {
  readonly trace: Trace;
  readonly loop: LoopState;
}

/** How far a LoopingCall is. */
export function LoopFacts({ trace, loop }: LoopFactsProps): ReactNode {
  const { running, ticks, skipped, waitsOn } = loop;
  return (
    <Facts
      facts={[
        [t('Running'), running ? t('yes') : t('no')],
        [t('Ticks'), String(ticks)],
        [t('Skipped'), String(skipped)],
        [t('Waits for'), waitsOn === null ? NOTHING : instanceName(trace, waitsOn)],
      ]}
    />
  );
}
