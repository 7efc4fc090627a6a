import type { ReactNode } from 'react';

import { NOTHING } from '#inspector/state/callWords.ts';
import { Facts } from '#inspector/state/Facts.tsx';
import { ValueBox } from '#inspector/ValueBox.tsx';
import { instanceName } from '#trace/describeEvent.ts';
import type { DeferredState, EnteredFunction } from '#trace/instanceState.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import { ChainPlace } from './ChainPlace.tsx';
import styles from './DeferredFacts.module.css';
import { deferredWords } from './deferredWords.ts';

interface DeferredFactsProps {
  readonly trace: Trace;
  readonly node: TraceNode;
  readonly deferred: DeferredState;
  readonly inside: readonly EnteredFunction[];
}

/** The inside of a Deferred: what it has, and how far along its chain that is. */
export function DeferredFacts({ trace, node, deferred, inside }: DeferredFactsProps): ReactNode {
  const nameOf = (other: { node: number; instance: number }): string => instanceName(trace, other);
  const words = deferredWords(deferred, nameOf);
  const { called, waitsOn, cancelled, place } = deferred;
  const { links } = node;
  const passed = Math.min(place, links.length);
  return (
    <>
      <p className={styles.words}>
        <ToneMark tone={words.tone} />
        <span>{words.text}</span>
      </p>
      <ValueBox text={words.value ?? 'no value yet'} />
      {links.length === 0 ? null : (
        <ChainPlace links={links} deferred={deferred} inside={inside} words={words} />
      )}
      <div className={styles.facts}>
        <Facts
          facts={[
            ['Called', called ? 'yes' : 'no'],
            ['Links passed', links.length === 0 ? 'no links' : `${passed} of ${links.length}`],
            ['Waits for', waitsOn === null ? NOTHING : nameOf(waitsOn)],
            ['Cancelled', cancelled ? 'cancel() was called' : 'no'],
          ]}
        />
      </div>
    </>
  );
}
