import { Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import { useView } from '#store/useStudio.ts';

import { ClockField } from './ClockField.tsx';
import { Position } from './Position.tsx';
import { RunState } from '#app/run/RunState.tsx';
import { t } from '#words/words.ts';
import { SpeedSelect } from './SpeedSelect.tsx';
import { StopWords } from './StopWords.tsx';
import styles from './Transport.module.css';

/** Moves the playhead, says where it is, and how the run stands. */
export function Transport(): ReactNode {
  const playing = useView((view) => view.playing);
  const PlayIcon = playing ? Pause : Play;
  return (
    <section aria-label={t('Transport')} className={styles.transport}>
      <div className={styles.buttons}>
        <CommandButton command="start" />
        <CommandButton command="stepBack" />
        <CommandButton command="playPause" look="primary" className={styles.play}>
          <PlayIcon size={16} fill="currentColor" strokeWidth={1.75} aria-hidden="true" />
        </CommandButton>
        <CommandButton command="step" />
        <CommandButton command="nextInstant" />
        <CommandButton command="end" />
        <CommandButton command="previousBreakpoint" className={styles.breakpoint} />
        <CommandButton command="nextBreakpoint" className={styles.breakpoint} />
      </div>
      <SpeedSelect />
      <ClockField />
      <Position />
      <StopWords />
      <RunState />
    </section>
  );
}
