import type { ReactNode } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import { CommandIcon } from '#commands/CommandIcon.tsx';

import { DocumentName } from './DocumentName.tsx';
import { ExamplesMenu } from './ExamplesMenu.tsx';
import { Logo } from './Logo.tsx';
import { ProblemsButton } from './ProblemsButton.tsx';
import { SavedState } from './SavedState.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './TopBar.module.css';

/** What belongs to the whole schedule, and to the screen. */
export function TopBar(): ReactNode {
  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <Logo />
        <span className={styles.brandName}>Reactor Studio</span>
      </h1>
      <div className={styles.document}>
        <span className={styles.slash} aria-hidden="true">
          /
        </span>
        <DocumentName />
        <SavedState />
      </div>
      <div className={styles.tools}>
        <CommandButton command="newSchedule">
          <CommandIcon command="newSchedule" />
          <span className={styles.wideOnly}>New</span>
        </CommandButton>
        <CommandButton command="openFile">
          <CommandIcon command="openFile" />
          <span className={styles.wideOnly}>Open</span>
        </CommandButton>
        <CommandButton command="saveFile">
          <CommandIcon command="saveFile" />
          <span className={styles.wideOnly}>Save</span>
        </CommandButton>
        <ExamplesMenu />
        <span className={styles.pair}>
          <CommandButton command="undo" />
          <CommandButton command="redo" />
        </span>
        <CommandButton command="python">
          <CommandIcon command="python" />
          <span className={styles.wideOnly}>Python</span>
        </CommandButton>
        <ProblemsButton />
        <span className={styles.panels}>
          <CommandButton command="palette" look="plain" />
          <CommandButton command="lower" look="plain" />
          <CommandButton command="inspector" look="plain" />
        </span>
        <span className={styles.pair}>
          <CommandButton command="commandPalette" />
          <CommandButton command="help" />
          <ThemeMenu />
        </span>
      </div>
    </header>
  );
}
