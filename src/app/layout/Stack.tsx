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
import { t } from '#words/words.ts';
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
          <ErrorBoundary label={t('Lessons')}>
            <LazyLessons lessons={panels.lessons} />
          </ErrorBoundary>
        </div>
      ) : null}
      <div className={styles.palette}>
        <ErrorBoundary label={t('Palette')}>
          <Palette />
        </ErrorBoundary>
      </div>
      <div className={styles.graph}>
        <ErrorBoundary label={t('Graph')}>
          <Graph />
        </ErrorBoundary>
      </div>
      {panels.chain.shown ? (
        <div className={styles.chain}>
          <ErrorBoundary label={t('Callback chain')}>
            <LazyChain />
          </ErrorBoundary>
        </div>
      ) : null}
      {panels.python.shown ? (
        <div className={styles.python}>
          <ErrorBoundary label={t('Python')}>
            <LazyPython />
          </ErrorBoundary>
        </div>
      ) : null}
      {panels.lessons.hidesRun ? <HiddenRun /> : <RunAbove />}
      <div className={styles.inspector}>
        <ErrorBoundary label={t('Inspector')}>
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
        <ErrorBoundary label={t('Transport')}>
          <Transport />
        </ErrorBoundary>
      </div>
      <div className={styles.timeline}>
        <ErrorBoundary label={t('Timeline')}>
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
        <ErrorBoundary label={t('Events')}>
          <Events />
        </ErrorBoundary>
      </div>
      <div className={styles.output}>
        <ErrorBoundary label={t('Output')}>
          <Output />
        </ErrorBoundary>
      </div>
      <div className={styles.pending}>
        <ErrorBoundary label={t('Pending calls')}>
          <Pending />
        </ErrorBoundary>
      </div>
      <div className={styles.breakpoints}>
        <ErrorBoundary label={t('Breakpoints')}>
          <Breakpoints />
        </ErrorBoundary>
      </div>
      <div className={styles.compare}>
        <ErrorBoundary label={t('Compare')}>
          <Compare />
        </ErrorBoundary>
      </div>
      <div className={styles.history}>
        <ErrorBoundary label={t('History')}>
          <HistoryPanel />
        </ErrorBoundary>
      </div>
      <div className={styles.problems}>
        <ErrorBoundary label={t('Problems')}>
          <Problems />
        </ErrorBoundary>
      </div>
    </>
  );
}
