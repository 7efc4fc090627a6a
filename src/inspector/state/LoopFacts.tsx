import type { ReactNode } from 'react';

import { instanceName } from '#trace/describeEvent.ts';
import type { LoopState } from '#trace/instanceState.ts';
import type { Trace } from '#trace/traceTable.ts';

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
        ['Running', running ? 'yes' : 'no'],
        ['Ticks', String(ticks)],
        ['Skipped', String(skipped)],
        ['Waits for', waitsOn === null ? NOTHING : instanceName(trace, waitsOn)],
      ]}
    />
  );
}
