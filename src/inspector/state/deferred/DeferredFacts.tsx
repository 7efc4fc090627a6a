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
import { t } from '#words/words.ts';

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
      ? t('a Deferred inside of it')
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
      <ValueBox text={words.value ?? t('no value yet')} />
      {links.length === 0 ? null : (
        <ChainPlace links={links} deferred={deferred} inside={instance.inside} words={words} />
      )}
      <div className={styles.facts}>
        <Facts
          facts={[
            [t('Called'), called ? t('yes') : t('no')],
            [
              t('Links passed'),
              links.length === 0
                ? t('no links')
                : t('{{number}} of {{all}}', { number: passed, all: links.length }),
            ],
            [t('Waits for'), waitsOn === null ? NOTHING : nameOf(waitsOn)],
            ...(pauses === 0 ? [] : [[t('Paused'), pauseWords(pauses)] as const]),
            [t('Cancelled'), cancelled ? t('cancel() was called') : t('no')],
          ]}
        />
      </div>
    </>
  );
}

function pauseWords(pauses: number): string {
  return t('until it is resumed {{count}} times', { count: pauses });
}
