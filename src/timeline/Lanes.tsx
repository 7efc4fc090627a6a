import { useRef, useState, type ReactNode, type RefObject } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { describeBreak } from './words/describeBreak.ts';
import { describeHit } from './words/describeHit.ts';
import { describeView } from './words/describeView.ts';
import { HitTooltip } from './HitTooltip.tsx';
import styles from './Lanes.module.css';
import { breakAt } from './draw/drawBreaks.ts';
import type { Break } from './time/folding.ts';
import { frameOf } from './shapes/frame.ts';
import { hitTest, type Hit } from './shapes/hitTest.ts';
import { inView } from './words/inView.ts';
import type { Calendar } from './time/calendar.ts';
import { laneAt } from './layout/laneGeometry.ts';
import { snappedTime } from './time/snap.ts';
import { isSameScale, rangeOf, type TimeScale } from './time/timeScale.ts';
import { useCanvasGestures, type CanvasPoint } from './gestures/useCanvasGestures.ts';
import type { ElementSize } from './useElementSize.ts';
import type { LaidOut } from './layout/useTimelineLayout.ts';
import type { TimeWindowControls } from './time/useTimeWindow.ts';
import { useWheel } from './gestures/useWheel.ts';

interface LanesProps {
  readonly laidOut: LaidOut;
  readonly window: TimeWindowControls;
  readonly size: ElementSize;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
  readonly calendar: Calendar | null;
  readonly view: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Something that the pointer is on. */
interface Hovered {
  readonly point: CanvasPoint;
  readonly hit: Hit | Break;
  readonly trace: Trace;
  readonly scale: TimeScale;
}

/** The drawing of the lanes, and what the pointer does on it. */
export function Lanes(props: LanesProps): ReactNode {
  const { laidOut, window, size, knownUntil, calendar, view, canvas, scroller } = props;
  const { layout, geometry } = laidOut;
  const { trace, lanes } = layout;
  const { scale } = window;
  const studio = useStudio();
  const focus = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);

  const select = (event: number | null, node: number | undefined): void => {
    const found = node === undefined ? undefined : trace.header.nodes[node];
    studio.select({ event, nodes: found === undefined ? [] : [found.id], edges: [] });
  };
  const height = (point: CanvasPoint): number => point.y + (scroller.current?.scrollTop ?? 0);
  const hitAt = (point: CanvasPoint): Hit | null =>
    hitTest(layout, geometry, frameOf(scale, trace.length, knownUntil), point.x, height(point));

  const gestures = useCanvasGestures(window, scroller, {
    press(point) {
      focus.current?.focus({ preventScroll: true });
      const hit = hitAt(point);
      const lane = laneAt(geometry, height(point));
      if (hit !== null) select(hit.event, trace.nodeAt(hit.event));
      else if (lane !== null) select(null, lanes[lane]?.node);
    },
    stretch(from, to) {
      const at = (x: CssPixels): Seconds =>
        snappedTime(trace, scale, Math.min(Math.max(0, x), scale.width));
      const [one, other] = [at(from), at(to)];
      studio.setRange({ start: Math.min(one, other), end: Math.max(one, other) });
    },
    hover(point) {
      const hit = point === null ? null : (hitAt(point) ?? breakAt(scale, point.x));
      setHovered(point === null || hit === null ? null : { point, hit, trace, scale });
    },
  });
  useWheel(view, (move, x) => {
    setHovered(null);
    window.turn(move, x);
  });

  // Another run has other events, and in another part of it the pointer is on something else.
  const isFresh = hovered?.trace === trace && isSameScale(hovered.scale, scale);
  const shown = isFresh ? hovered : null;
  const { start, end } = rangeOf(scale);
  const range = { start, end: Math.min(end, knownUntil) };
  return (
    <div ref={view} className={styles.view} style={{ height: size.height }}>
      {/* An application has its own keys, which need the focus: they are those of the section. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys act on what has the focus inside */}
      <div
        ref={focus}
        className={styles.surface}
        data-on={shown === null ? 'nothing' : 'something'}
        role="application"
        aria-roledescription={t('timeline')}
        aria-label={describeView(range, inView(layout, geometry, range))}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        onDoubleClick={window.fit}
        {...gestures}
      >
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        {shown === null ? null : (
          <HitTooltip
            description={
              'what' in shown.hit
                ? describeHit(trace, shown.hit, knownUntil)
                : describeBreak(shown.hit)
            }
            date={calendar?.dateTime(shown.hit.start) ?? null}
            {...shown.point}
            width={scale.width}
            height={size.height}
          />
        )}
      </div>
    </div>
  );
}
