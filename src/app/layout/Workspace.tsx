import type { ReactNode } from 'react';
import { Group, Panel, useDefaultLayout } from 'react-resizable-panels';

import { Events } from '#app/events/Events.tsx';
import { Problems } from '#app/problems/Problems.tsx';
import { LazyPython } from '#app/python/LazyPython.tsx';
import { HiddenRun } from '#app/lessons/HiddenRun.tsx';
import { LazyLessons } from '#app/lessons/LazyLessons.tsx';
import { pageStorage } from '#ui/pageStorage.ts';
import { Transport } from '#app/transport/Transport.tsx';
import { Graph } from '#graph/Graph.tsx';
import { Palette } from '#graph/Palette.tsx';
import { Inspector } from '#inspector/Inspector.tsx';
import { t } from '#words/words.ts';
import { TimelinePanel } from './TimelinePanel.tsx';

import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Folded } from './Folded.tsx';
import { LazyChain } from './LazyChain.tsx';
import { PanelSeparator } from './PanelSeparator.tsx';
import { SideTabs } from './SideTabs.tsx';
import type { PanelSwitches, SideTab } from './usePanelSwitches.ts';
import styles from './Workspace.module.css';

interface WorkspaceProps {
  readonly panels: PanelSwitches;
}

/** The screen where it is wide: graph between palette and inspector, the run below. */
export function Workspace({ panels }: WorkspaceProps): ReactNode {
  const rows = useDefaultLayout({ id: 'reactor-studio/rows', storage: pageStorage });
  return (
    <main className={styles.main}>
      <Group
        orientation="vertical"
        defaultLayout={rows.defaultLayout}
        onLayoutChanged={rows.onLayoutChanged}
      >
        <Panel id="upper" minSize="160px">
          <UpperRow panels={panels} />
        </Panel>
        <PanelSeparator label={t('Height of the timeline')} />
        <Panel
          id="lower"
          className={styles.lower}
          defaultSize={panels.lower.defaultSize}
          minSize="170px"
          collapsible
          collapsedSize="45px"
          panelRef={panels.lower.panelRef}
          onResize={panels.lower.onResize}
        >
          {panels.lessons.hidesRun ? (
            <HiddenRun />
          ) : (
            <>
              <ErrorBoundary label={t('Transport')}>
                <Transport />
              </ErrorBoundary>
              <Folded away={!panels.lower.shown}>
                <LowerRow side={panels.side} />
              </Folded>
            </>
          )}
        </Panel>
      </Group>
    </main>
  );
}

function UpperRow({ panels }: { readonly panels: PanelSwitches }): ReactNode {
  const layout = useDefaultLayout({
    id: 'reactor-studio/upper',
    panelIds: [
      'palette',
      ...(panels.lessons.shown ? ['lessons'] : []),
      'graph',
      ...(panels.chain.shown ? ['chain'] : []),
      ...(panels.python.shown ? ['python'] : []),
      'inspector',
    ],
    storage: pageStorage,
  });
  return (
    <Group defaultLayout={layout.defaultLayout} onLayoutChanged={layout.onLayoutChanged}>
      <Panel
        id="palette"
        defaultSize={panels.palette.defaultSize}
        minSize="150px"
        maxSize="360px"
        groupResizeBehavior="preserve-pixel-size"
        collapsible
        panelRef={panels.palette.panelRef}
        onResize={panels.palette.onResize}
      >
        <Folded away={!panels.palette.shown}>
          <LeftColumn />
        </Folded>
      </Panel>
      <PanelSeparator label={t('Width of the palette')} />
      {panels.lessons.shown ? (
        <>
          <Panel
            id="lessons"
            defaultSize="340px"
            minSize="260px"
            maxSize="560px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <ErrorBoundary label={t('Lessons')}>
              <LazyLessons lessons={panels.lessons} />
            </ErrorBoundary>
          </Panel>
          <PanelSeparator label={t('Width of the lessons')} />
        </>
      ) : null}
      <Panel id="graph" minSize="240px">
        <ErrorBoundary label={t('Graph')}>
          <Graph />
        </ErrorBoundary>
      </Panel>
      {panels.chain.shown ? (
        <>
          <PanelSeparator label={t('Width of the callback chain')} />
          <Panel
            id="chain"
            defaultSize="400px"
            minSize="260px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <ErrorBoundary label={t('Callback chain')}>
              <LazyChain />
            </ErrorBoundary>
          </Panel>
        </>
      ) : null}
      {panels.python.shown ? (
        <>
          <PanelSeparator label={t('Width of the Python view')} />
          <Panel
            id="python"
            defaultSize="420px"
            minSize="240px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <ErrorBoundary label={t('Python')}>
              <LazyPython />
            </ErrorBoundary>
          </Panel>
        </>
      ) : null}
      <PanelSeparator label={t('Width of the inspector')} />
      <Panel
        id="inspector"
        defaultSize={panels.inspector.defaultSize}
        minSize="240px"
        maxSize="560px"
        groupResizeBehavior="preserve-pixel-size"
        collapsible
        panelRef={panels.inspector.panelRef}
        onResize={panels.inspector.onResize}
      >
        <Folded away={!panels.inspector.shown}>
          <ErrorBoundary label={t('Inspector')}>
            <Inspector />
          </ErrorBoundary>
        </Folded>
      </Panel>
    </Group>
  );
}

function LeftColumn(): ReactNode {
  const layout = useDefaultLayout({ id: 'reactor-studio/left', storage: pageStorage });
  return (
    <Group
      orientation="vertical"
      defaultLayout={layout.defaultLayout}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <Panel id="palette-list" minSize="80px">
        <ErrorBoundary label={t('Palette')}>
          <Palette />
        </ErrorBoundary>
      </Panel>
      <PanelSeparator label={t('Height of the problems')} />
      <Panel
        id="problems"
        defaultSize="30%"
        minSize="36px"
        groupResizeBehavior="preserve-pixel-size"
      >
        <ErrorBoundary label={t('Problems')}>
          <Problems />
        </ErrorBoundary>
      </Panel>
    </Group>
  );
}

function LowerRow({ side }: { readonly side: SideTab }): ReactNode {
  const layout = useDefaultLayout({ id: 'reactor-studio/lower', storage: pageStorage });
  return (
    <Group defaultLayout={layout.defaultLayout} onLayoutChanged={layout.onLayoutChanged}>
      <Panel id="timeline" minSize="240px">
        <ErrorBoundary label={t('Timeline')}>
          <TimelinePanel />
        </ErrorBoundary>
      </Panel>
      <PanelSeparator label={t('Width of the events')} />
      <Panel id="events" defaultSize="26%" minSize="220px">
        <ErrorBoundary label={t('Events')}>
          <Events />
        </ErrorBoundary>
      </Panel>
      <PanelSeparator label={t('Width of the output')} />
      <Panel id="output" defaultSize="20%" minSize="160px">
        <SideTabs side={side} />
      </Panel>
    </Group>
  );
}
