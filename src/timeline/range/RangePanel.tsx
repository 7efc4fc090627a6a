import { Check, Copy, Focus, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';
import type { TimeWindow } from '#store/viewState.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { LaidOut } from '#timeline/layout/useTimelineLayout.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { measureRange } from './measureRange.ts';
import styles from './RangePanel.module.css';
import { rangeFacts, rangeText } from './rangeWords.ts';

interface RangePanelProps {
  readonly range: TimeWindow;
  readonly laidOut: LaidOut;
  /** The lanes whose nodes are selected: where there are some, only they are measured. */
  readonly selectedLanes: ReadonlySet<number>;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
  readonly onZoom: () => void;
}

/** The measures of the selected range, below the lanes. */
export function RangePanel(props: RangePanelProps): ReactNode {
  const { range, laidOut, selectedLanes, knownUntil, onZoom } = props;
  const studio = useStudio();
  // Behind the edge that is dragged, where there is very much to measure.
  const measured = useDeferredValue(range);
  const [copied, setCopied] = useState<{ readonly text: string; readonly ok: boolean } | null>(
    null,
  );
  const { layout } = laidOut;
  const ids = layout.trace.header.nodes.filter((_, node) => selectedLanes.has(node + 1));
  const key = ids.map(({ id }) => id).join(', ');
  const facts = useMemo(() => {
    const { lanes, trace } = laidOut.layout;
    const names = new Set(key.split(', '));
    const chosen =
      key === ''
        ? lanes
        : lanes.filter(({ node }) => names.has(trace.header.nodes[node]?.id ?? key));
    return rangeFacts(measureRange(laidOut.layout, chosen, measured, knownUntil));
  }, [laidOut, key, measured, knownUntil]);
  const where = key === '' ? t('all lanes') : key;
  const title = t('{{start}} to {{end}} s, {{where}}', {
    start: formatTime(range.start),
    end: formatTime(range.end),
    where,
  });
  const text = rangeText(title, facts);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied({ text, ok: true });
      },
      () => {
        setCopied({ text, ok: false });
      },
    );
  };
  const isCopied = copied?.text === text;
  return (
    <section className={styles.panel} aria-label={t('Selected range')}>
      <div className={styles.head}>
        <p className={styles.title}>{title}</p>
        <Button onClick={onZoom}>
          <Focus size={13} aria-hidden="true" /> {t('Zoom')}
        </Button>
        <Button onClick={copy}>
          {isCopied && copied.ok ? (
            <Check size={13} aria-hidden="true" />
          ) : (
            <Copy size={13} aria-hidden="true" />
          )}
          {!isCopied
            ? t('Copy')
            : copied.ok
              ? t('Copied')
              : t('The browser did not let it be copied')}
        </Button>
        <Button
          onClick={() => {
            studio.setRange(null);
          }}
        >
          <X size={13} aria-hidden="true" /> {t('Clear')}
        </Button>
      </div>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
