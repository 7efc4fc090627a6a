import type { ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import type { Lane, SpanKind } from '#timeline/layout/lane.ts';
import { SPAN_NAMES } from '#timeline/range/rangeWords.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { laneItems, type LaneItem } from './laneItems.ts';
import styles from './TimelineTable.module.css';

interface LaneItemsProps {
  readonly layout: TimelineLayout;
  readonly lanes: readonly Lane[];
  readonly range: TimeRange;
}

const MOST = 200;

/** What lanes show of a stretch of time, one after the other; each leads to its event. */
export function LaneItems({ layout, lanes, range }: LaneItemsProps): ReactNode {
  const studio = useStudio();
  const { trace } = layout;
  const items = lanes.flatMap((lane) => laneItems(lane, range, MOST));
  const shown = items.toSorted((a, b) => a.start - b.start || a.event - b.event).slice(0, MOST);
  if (shown.length === 0)
    return <p className={styles.note}>{t('Nothing in this stretch of time.')}</p>;
  return (
    <>
      <ol className={styles.items}>
        {shown.map((item) => (
          <li key={`${item.what} ${item.event}`}>
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                studio.goToEvent(item.event);
              }}
            >
              <span className={styles.time}>{whenOf(item)}</span>
              <span className={styles.what}>{nameOf(item.what)}</span>
              <span>{wordsOf(trace, item)}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length === MOST ? (
        <p className={styles.note}>
          {t('The first {{number}} of them: zoom in to read on.', { number: MOST })}
        </p>
      ) : null}
    </>
  );
}

/** What it is, in the words of the legend and of the measures. */
function nameOf(what: LaneItem['what']): string {
  if (what === 'ghost') return t('missed tick');
  return Object.hasOwn(SPAN_NAMES, what) ? t(SPAN_NAMES[what as SpanKind]) : what;
}

function wordsOf(trace: TimelineLayout['trace'], { event }: LaneItem): string {
  const { subject, text } = describeEvent(trace, event);
  return `${subject} ${text}`;
}

function whenOf({ start, end }: LaneItem): string {
  if (start === end) return `${formatTime(start)} s`;
  return end === Infinity
    ? t('from {{time}} s on', { time: formatTime(start) })
    : t('{{start}} to {{end}} s', { start: formatTime(start), end: formatTime(end) });
}
