import { FoldHorizontal, ListFilter, Maximize2, Table2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';

import { IconButton } from '#ui/Button.tsx';

import type { Scene } from './draw/painter.ts';
import type { TimelineAction } from './gestures/timelineKeys.ts';
import { PictureMenu, type TimelinePicture } from './image/PictureMenu.tsx';
import styles from './Timeline.module.css';

interface TimelineToolsProps {
  /** Does what a key would do. */
  readonly act: (action: TimelineAction) => void;
  readonly foldsIdle: boolean;
  readonly showsTable: boolean;
  /** Whether the field that filters the lanes is there. */
  readonly isFiltering: boolean;
  readonly onFilter: () => void;
  readonly filterButton: RefObject<HTMLButtonElement | null>;
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly savePicture: (picture: Promise<TimelinePicture>) => void;
}

/** The buttons above the names of the lanes. */
export function TimelineTools({
  act,
  foldsIdle,
  showsTable,
  isFiltering,
  onFilter,
  filterButton,
  scene,
  scroller,
  savePicture,
}: TimelineToolsProps): ReactNode {
  return (
    <div className={styles.tools}>
      <IconButton label="Zoom in" title="Zoom in (W)" look="plain" onClick={() => act('zoomIn')}>
        <ZoomIn size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label="Zoom out" title="Zoom out (S)" look="plain" onClick={() => act('zoomOut')}>
        <ZoomOut size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label="Fit" title="Fit the whole run (F)" look="plain" onClick={() => act('fit')}>
        <Maximize2 size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Fold idle time"
        title={
          foldsIdle
            ? 'Long idle gaps are folded: show every second as long as every other (I)'
            : 'Fold long idle gaps (I)'
        }
        look="plain"
        aria-pressed={foldsIdle}
        onClick={() => act('foldIdle')}
      >
        <FoldHorizontal size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        ref={filterButton}
        label="Filter lanes"
        title="Filter the lanes by name (/)"
        look="plain"
        aria-expanded={isFiltering}
        onClick={onFilter}
      >
        <ListFilter size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="As a table"
        title={showsTable ? 'Show the lanes as a drawing (T)' : 'Show the lanes as a table (T)'}
        look="plain"
        aria-pressed={showsTable}
        onClick={() => act('table')}
      >
        <Table2 size={14} aria-hidden="true" />
      </IconButton>
      <PictureMenu scene={scene} scroller={scroller} save={savePicture} />
    </div>
  );
}
