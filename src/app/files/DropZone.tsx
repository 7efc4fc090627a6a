import { FileInput } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';

import { t } from '#words/words.ts';

import { bringsFiles, droppedFile, type Dropped } from './droppedFile.ts';
import styles from './DropZone.module.css';

interface DropZoneProps {
  readonly onDrop: (dropped: Dropped) => void;
}

/** Takes files that are dropped anywhere on the window, and says so while one is above it. */
export function DropZone({ onDrop }: DropZoneProps): ReactNode {
  const [above, setAbove] = useState(false);
  const take = useEffectEvent(onDrop);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event.dataTransfer)) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setAbove(true);
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the page there is another one to go to; outside there is none.
      if (event.relatedTarget === null) setAbove(false);
    };
    const drop = (event: DragEvent): void => {
      setAbove(false);
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      take(droppedFile(event.dataTransfer));
    };
    const listeners = [
      ['dragenter', over],
      ['dragover', over],
      ['dragleave', leave],
      ['drop', drop],
    ] as const;
    for (const [name, listen] of listeners) window.addEventListener(name, listen);
    return () => {
      for (const [name, listen] of listeners) window.removeEventListener(name, listen);
    };
  }, []);

  return above ? (
    <div className={styles.zone}>
      <p className={styles.words}>
        <FileInput size={20} strokeWidth={1.75} aria-hidden="true" />
        {t('Drop a schedule to open it')}
      </p>
    </div>
  ) : null;
}
