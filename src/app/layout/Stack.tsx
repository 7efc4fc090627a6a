import type { ReactNode } from 'react';

import { Breakpoints } from '#app/breakpoints/Breakpoints.tsx';
import { Events } from '#app/events/Events.tsx';
import { Compare } from '#app/compare/Compare.tsx';
import { HistoryPanel } from '#app/history/HistoryPanel.tsx';
import { Output } from '#app/output/Output.tsx';
import { Pending } from '#app/pending/Pending.tsx';
import { Problems } from '#app/problems/Problems.tsx';
import { LazyPython } from '#app/python/LazyPython.tsx';
import { HiddenRun } from '#app/lessons/HiddenRun.tsx';
import { LazyLessons } from '#app/lessons/LazyLessons.tsx';
import { Transport } from '#app/transport/Transport.tsx';
import { Graph } from '#graph/Graph.tsx';
import { Palette } from '#graph/Palette.tsx';
import { Inspector } from '#inspector/Inspector.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';

import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyChain } from './LazyChain.tsx';
import styles from './Stack.module.css';
import type { PanelSwitches } from './usePanelSwitches.ts';

interface StackProps {
  readonly panels: PanelSwitches;
}

/**
 * The screen where it is narrow: one column that scrolls. The transport stays in sight, and the
 * palette stands right above the graph that it fills.
 */
export function Stack({ panels }: StackProps): ReactNode {
  return (
    <main className={styles.main}>
      {panels.lessons.shown ? (
        <div className={styles.lessons}>
          <ErrorBoundary label="Lessons">
            <LazyLessons lessons={panels.lessons} />
          </ErrorBoundary>
        </div>
      ) : null}
      <div className={styles.palette}>
        <ErrorBoundary label="Palette">
          <Palette />
        </ErrorBoundary>
      </div>
      <div className={styles.graph}>
        <ErrorBoundary label="Graph">
          <Graph />
        </ErrorBoundary>
      </div>
      {panels.chain.shown ? (
        <div className={styles.chain}>
          <ErrorBoundary label="Callback chain">
            <LazyChain />
          </ErrorBoundary>
        </div>
      ) : null}
      {panels.python.shown ? (
        <div className={styles.python}>
          <ErrorBoundary label="Python">
            <LazyPython />
          </ErrorBoundary>
        </div>
      ) : null}
      {panels.lessons.hidesRun ? <HiddenRun /> : <RunAbove />}
      <div className={styles.inspector}>
        <ErrorBoundary label="Inspector">
          <Inspector />
        </ErrorBoundary>
      </div>
      {panels.lessons.hidesRun ? null : <RunBelow />}
    </main>
  );
}

/** What of the run stands right below the graph. */
function RunAbove(): ReactNode {
  return (
    <>
      <div className={styles.transport}>
        <ErrorBoundary label="Transport">
          <Transport />
        </ErrorBoundary>
      </div>
      <div className={styles.timeline}>
        <ErrorBoundary label="Timeline">
          <TimelinePanel />
        </ErrorBoundary>
      </div>
    </>
  );
}

/** The lists of the run. */
function RunBelow(): ReactNode {
  return (
    <>
      <div className={styles.events}>
        <ErrorBoundary label="Events">
          <Events />
        </ErrorBoundary>
      </div>
      <div className={styles.output}>
        <ErrorBoundary label="Output">
          <Output />
        </ErrorBoundary>
      </div>
      <div className={styles.pending}>
        <ErrorBoundary label="Pending calls">
          <Pending />
        </ErrorBoundary>
      </div>
      <div className={styles.breakpoints}>
        <ErrorBoundary label="Breakpoints">
          <Breakpoints />
        </ErrorBoundary>
      </div>
      <div className={styles.compare}>
        <ErrorBoundary label="Compare">
          <Compare />
        </ErrorBoundary>
      </div>
      <div className={styles.history}>
        <ErrorBoundary label="History">
          <HistoryPanel />
        </ErrorBoundary>
      </div>
      <div className={styles.problems}>
        <ErrorBoundary label="Problems">
          <Problems />
        </ErrorBoundary>
      </div>
    </>
  );
}
