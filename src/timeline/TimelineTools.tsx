import type { ReactNode, RefObject } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import type { TIMELINE_COMMANDS } from '#commands/timelineCommands.ts';

import type { Scene } from './draw/painter.ts';
import { PictureMenu, type TimelinePicture } from './image/PictureMenu.tsx';
import styles from './Timeline.module.css';

interface TimelineToolsProps {
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly savePicture: (picture: Promise<TimelinePicture>) => void;
}

const TOOLS: readonly (typeof TIMELINE_COMMANDS)[number]['id'][] = [
  'timelineZoomIn',
  'timelineZoomOut',
  'timelineFit',
  'foldIdle',
  'filterLanes',
  'timelineTable',
];

/** The buttons above the names of the lanes. */
export function TimelineTools({ scene, scroller, savePicture }: TimelineToolsProps): ReactNode {
  return (
    <div className={styles.tools} data-for-screens>
      {TOOLS.map((command) => (
        <CommandButton key={command} command={command} look="plain" />
      ))}
      <PictureMenu scene={scene} scroller={scroller} save={savePicture} />
    </div>
  );
}
