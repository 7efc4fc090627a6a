import type { ReactNode } from 'react';

import { NOTHING } from '#inspector/state/callWords.ts';
import { Facts } from '#inspector/state/Facts.tsx';
import { ValueBox } from '#inspector/ValueBox.tsx';
import { instanceName } from '#trace/describeEvent.ts';
import type { DeferredState, InstanceState } from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import { ChainPlace } from './ChainPlace.tsx';
import styles from './DeferredFacts.module.css';
import { deferredWords } from './deferredWords.ts';

interface DeferredFactsProps {
  readonly trace: Trace;
  readonly node: TraceNode;
  readonly instance: InstanceState;
  readonly deferred: DeferredState;
}

/** The inside of a Deferred: what it has, and how far along its chain that is. */
export function DeferredFacts({ trace, node, instance, deferred }: DeferredFactsProps): ReactNode {
  const nameOf = (other: InstanceRef): string =>
    other.node === instance.node && other.instance === instance.instance
      ? 'a Deferred inside of it'
      : instanceName(trace, other);
  const words = deferredWords(deferred, nameOf);
  const { called, waitsOn, cancelled, place, pauses } = deferred;
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
        <ChainPlace links={links} deferred={deferred} inside={instance.inside} words={words} />
      )}
      <div className={styles.facts}>
        <Facts
          facts={[
            ['Called', called ? 'yes' : 'no'],
            ['Links passed', links.length === 0 ? 'no links' : `${passed} of ${links.length}`],
            ['Waits for', waitsOn === null ? NOTHING : nameOf(waitsOn)],
            ...(pauses === 0 ? [] : [['Paused', pauseWords(pauses)] as const]),
            ['Cancelled', cancelled ? 'cancel() was called' : 'no'],
          ]}
        />
      </div>
    </>
  );
}

function pauseWords(pauses: number): string {
  return pauses === 1 ? 'until it is resumed' : `until it is resumed ${pauses} times`;
}
