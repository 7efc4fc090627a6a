import type { ReactNode } from 'react';

import { useNow, useStudio } from '#store/useStudio.ts';
import { describeNode } from '#trace/describeInstance.ts';
import { ToneMark, type MarkTone } from '#ui/ToneMark.tsx';
import { msg, t, type Text } from '#words/words.ts';

import styles from './FoldedStates.module.css';
import { nodeIndex } from './nodeIndexes.ts';

interface FoldedStatesProps {
  /** The service's id. */
  readonly id: string;
  /** The ids of what is folded away in it. */
  readonly inside: readonly string[];
}

/** What each tone says of a node, and the order in which they are told: what matters most comes first. */
const WORDS = [
  ['failure', msg('failed')],
  ['blocking', msg('running')],
  ['waiting', msg('waiting')],
  ['paused', msg('paused')],
  ['time', msg('due')],
  ['tick', msg('ticking')],
  ['result', msg('fine')],
  ['plain', msg('not started')],
] as const satisfies readonly (readonly [MarkTone, Text])[];

/** How the nodes that are folded away stand at the playhead: how many of each tone. */
export function FoldedStates({ id, inside }: FoldedStatesProps): ReactNode {
  const { run } = useStudio();
  const counts = useNow((now) => {
    const { trace } = run.getState();
    const tones = inside.map(
      (node) => describeNode(trace, now.state, nodeIndex(trace.header, node), now.time).tone,
    );
    return WORDS.map(([tone]) => tones.filter((of) => of === tone).length).join();
  }).split(',');
  return (
    <div id={`card-${id}-inside`} className={styles.inside}>
      <span>{t('{{count}} nodes', { count: inside.length })}</span>
      {WORDS.map(([tone, word], index) =>
        counts[index] === '0' ? null : (
          <span
            key={tone}
            className={styles.state}
            title={t('{{number}} {{state}}', { number: counts[index] ?? '', state: t(word) })}
          >
            <ToneMark tone={tone} />
            {counts[index]}
            <span className="visuallyHidden"> {t(word)}</span>
          </span>
        ),
      )}
    </div>
  );
}
