import { AlarmClock } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './Card.module.css';
import { METRICS, RAILS } from '#graph/layout/metrics.ts';
import type { BoxLayout, ChainLayout } from '#graph/layout/chainLayout.ts';
import { ChainMark } from '#graph/state/ChainMark.tsx';
import { runningPlace, type RunningPlace } from '#graph/state/marble.ts';
import { StepLines } from './StepLines.tsx';
import { formatDuration } from '#trace/formatTime.ts';
import { useCardInstance } from '#graph/state/useCardState.ts';
import { t } from '#words/words.ts';

interface ChainProps {
  /** The node's id. */
  readonly id: string;
  readonly chain: ChainLayout;
}

/** The callback chain as two rails, a link a row, with the value where it is at the playhead. */
export function Chain({ id, chain }: ChainProps): ReactNode {
  const inside = useCardInstance(id, (instance) => instance.inside) ?? [];
  const running = runningPlace(inside);
  const pending = useCardInstance(id, (instance) => instance.timeouts) ?? [];
  return (
    <div className={styles.chain} style={{ top: chain.top, height: chain.height }}>
      {RAILS.map((rail) => (
        <div
          key={rail}
          className={styles.rail}
          data-rail={rail}
          style={{ left: METRICS.rails[rail] }}
        >
          <span className={styles.railName}>{rail}</span>
        </div>
      ))}
      {chain.links.map(({ top, height, timeout }, link) =>
        timeout === null ? null : (
          <div
            key={top}
            className={styles.timeout}
            data-pending={pending.some((timer) => timer.link === link)}
            style={{ top: top - chain.top, height, ...METRICS.boxes.both }}
            title={t('Cancels what stands before it unless that has a result within {{time}}', {
              time: formatDuration(timeout),
            })}
          >
            <AlarmClock size={13} strokeWidth={2} aria-hidden="true" />
            {t('timeout {{time}}', { time: formatDuration(timeout) })}
          </div>
        ),
      )}
      {chain.links.map(({ top, height, boxes }, link) =>
        boxes.map((box) => (
          <div
            key={`${link} ${box.side}`}
            className={styles.box}
            data-side={box.side}
            data-running={isRunning(running, link, box)}
            style={{ top: top - chain.top, height, ...METRICS.boxes[box.side] }}
          >
            <div className={styles.name} title={box.name ?? undefined}>
              <span className={styles.functionName}>{box.name}</span>
              {box.side === 'both' ? <span className={styles.side}>{t('both')}</span> : null}
            </div>
            <StepLines lines={box.lines} />
          </div>
        )),
      )}
      <ChainMark id={id} chain={chain} />
    </div>
  );
}

function isRunning(running: RunningPlace | null, link: number, { side }: BoxLayout): boolean {
  if (running?.at !== 'link' || running.link !== link) return false;
  return side === 'both' || side === running.rail;
}
