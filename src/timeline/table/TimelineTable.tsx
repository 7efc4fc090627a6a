import { useState, type ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';
import type { LaneEntry } from '#timeline/lanes/arrangeLanes.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { measureRange } from '#timeline/range/measureRange.ts';
import { SPAN_NAMES } from '#timeline/range/rangeWords.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';
import { formatLength, formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { LaneItems } from './LaneItems.tsx';
import styles from './TimelineTable.module.css';

interface TimelineTableProps {
  readonly layout: TimelineLayout;
  /** The lanes that are shown, from top to bottom. */
  readonly entries: readonly LaneEntry[];
  /** The stretch of time that is in view. */
  readonly range: TimeRange;
  readonly knownUntil: Seconds;
}

/** So many lanes are rows at first: measuring all of many would take long. */
const AT_FIRST = 100;

/** What the lanes show of the time in view, as a table: for who cannot see the drawing. */
export function TimelineTable({
  layout,
  entries,
  range,
  knownUntil,
}: TimelineTableProps): ReactNode {
  const studio = useStudio();
  const [most, setMost] = useState(AT_FIRST);
  const [open, setOpen] = useState<number | null>(null);
  const seen = { start: Math.max(0, range.start), end: Math.min(range.end, knownUntil) };
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t('From {{start}} s to {{end}} s', {
            start: formatTime(seen.start),
            end: formatTime(seen.end),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Lane')}</th>
            <th scope="col">{t('Events')}</th>
            <th scope="col">{t('Ticks')}</th>
            <th scope="col">{t('Missed')}</th>
            <th scope="col">{t('Failures')}</th>
            <th scope="col">{t('Late calls')}</th>
            <th scope="col">{t('Spans')}</th>
          </tr>
        </thead>
        {entries.slice(0, most).map((entry) => {
          const lanes = [entry.lane, ...entry.inside].flatMap((index) => layout.lanes[index] ?? []);
          const measure = measureRange(layout, lanes, seen, knownUntil);
          const { id } = entry;
          const isOpen = open === entry.lane;
          return (
            <tbody key={entry.lane}>
              <tr>
                <th scope="row" style={{ paddingLeft: 8 + entry.depth * 12 }}>
                  <button
                    type="button"
                    className={styles.name}
                    aria-expanded={isOpen}
                    title={id ?? undefined}
                    onClick={() => {
                      setOpen(isOpen ? null : entry.lane);
                      if (id !== null) studio.select({ nodes: [id], edges: [], event: null });
                    }}
                  >
                    {id ?? 'reactor'}
                  </button>
                </th>
                <td>{measure.events}</td>
                <td>{measure.ticks.kept}</td>
                <td>{measure.ticks.missed}</td>
                <td data-failed={measure.failures + measure.unhandled > 0}>
                  {failureWords(measure.failures, measure.unhandled)}
                </td>
                <td>{measure.late}</td>
                <td>{measure.spans.reduce((sum, { count }) => sum + count, 0)}</td>
              </tr>
              {isOpen ? (
                <tr>
                  <td colSpan={7} className={styles.detail}>
                    <div className={styles.detailBox}>
                      <p className={styles.note}>
                        {measure.spans
                          .map(({ kind, count, max }) =>
                            t('{{number}} {{kind}}, the longest {{max}}', {
                              number: count,
                              kind: t(SPAN_NAMES[kind]),
                              max: formatLength(max),
                            }),
                          )
                          .join('; ')}
                      </p>
                      <LaneItems layout={layout} lanes={lanes} range={seen} />
                    </div>
                  </td>
                </tr>
              ) : null}
            </tbody>
          );
        })}
      </table>
      {entries.length > most ? (
        <button
          type="button"
          className={styles.more}
          onClick={() => {
            setMost(most + AT_FIRST);
          }}
        >
          {t('Show more of the {{number}} lanes', { number: entries.length })}
        </button>
      ) : null}
    </div>
  );
}

function failureWords(failures: number, unhandled: number): string {
  return unhandled === 0
    ? String(failures)
    : t('{{failures}}, {{unhandled}} unhandled', { failures, unhandled });
}
