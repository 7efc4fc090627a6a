import type { ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { instanceName } from '#trace/describeEvent.ts';

import { METRICS } from '#graph/layout/metrics.ts';
import type { ChainLayout } from '#graph/layout/chainLayout.ts';
import styles from './ChainMark.module.css';
import { chainMark } from './marble.ts';
import { ToneMark } from '#ui/ToneMark.tsx';
import { t } from '#words/words.ts';
import { useCardInstance } from './useCardState.ts';

interface ChainMarkProps {
  /** The node's id. */
  readonly id: string;
  readonly chain: ChainLayout;
}

/** The value of a Deferred as a marble on its rail, or what its chain waits for. */
export function ChainMark({ id, chain }: ChainMarkProps): ReactNode {
  const { run } = useStudio();
  const deferred = useCardInstance(id, (instance) => instance.deferred);
  const mark = chainMark(deferred, chain.links.length);
  if (mark === null) return null;
  const top = (chain.gaps[mark.gap] ?? 0) - chain.top;
  if (mark.is === 'waiting') {
    const text = t('waits for {{name}}', { name: instanceName(run.getState().trace, mark.on) });
    return (
      <div className={styles.waiting} style={{ top, left: METRICS.rails.callback }} title={text}>
        <ToneMark tone="paused" />
        <span className={styles.text}>{text}</span>
      </div>
    );
  }
  const { rail, text, title, taken, unhandled } = mark;
  return (
    <>
      <div
        className={styles.marble}
        data-rail={rail}
        data-taken={taken}
        style={{ top, left: METRICS.rails[rail] }}
        title={
          rail === 'errback'
            ? t('failure: {{value}}', { value: title })
            : t('result: {{value}}', { value: title })
        }
      >
        <ToneMark tone={rail === 'errback' ? 'failure' : 'result'} />
        <span className={styles.text}>{text}</span>
      </div>
      {unhandled ? (
        <div className={styles.unhandled} style={{ top, left: METRICS.rails.errback }}>
          {t('unhandled')}
        </div>
      ) : null}
    </>
  );
}
