import type { ReactNode } from 'react';

import { CommandButton } from '#commands/CommandButton.tsx';
import { CommandIcon } from '#commands/CommandIcon.tsx';

import type { CommandId } from '#commands/commands.ts';
import { useMedia } from '#ui/useMedia.ts';
import { t } from '#words/words.ts';

import { DocumentName } from './DocumentName.tsx';
import { ExamplesMenu } from './ExamplesMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Logo } from './Logo.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { ProblemsButton } from './ProblemsButton.tsx';
import { SavedState } from './SavedState.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './TopBar.module.css';

/** What belongs to the whole schedule, and to the screen. */
export function TopBar(): ReactNode {
  const narrow = useMedia('(max-width: 599px)');
  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <Logo />
        <span className={styles.brandName}>{t('Reactor Studio')}</span>
      </h1>
      <div className={styles.document}>
        <span className={styles.slash} aria-hidden="true">
          /
        </span>
        <DocumentName />
        <SavedState />
      </div>
      <div className={styles.tools}>
        {narrow ? null : (
          <>
            <Named command="newSchedule">{t('New')}</Named>
            <Named command="openFile">{t('Open')}</Named>
            <Named command="saveFile">{t('Save')}</Named>
          </>
        )}
        <ExamplesMenu />
        <span className={styles.pair}>
          <CommandButton command="undo" />
          <CommandButton command="redo" />
        </span>
        {narrow ? null : (
          <>
            <Named command="lessons">{t('Lessons')}</Named>
            <Named command="chain">{t('Chain')}</Named>
            <Named command="python">{t('Python')}</Named>
          </>
        )}
        <ProblemsButton />
        <span className={styles.panels}>
          <CommandButton command="palette" look="plain" />
          <CommandButton command="lower" look="plain" />
          <CommandButton command="inspector" look="plain" />
        </span>
        <span className={styles.pair}>
          {narrow ? null : (
            <>
              <CommandButton command="share" />
              <CommandButton command="present" />
            </>
          )}
          <CommandButton command="commandPalette" />
          {narrow ? (
            <MoreMenu />
          ) : (
            <>
              <CommandButton command="help" />
              <LanguageMenu />
              <ThemeMenu />
            </>
          )}
        </span>
      </div>
    </header>
  );
}

interface NamedProps {
  readonly command: CommandId;
  readonly children: ReactNode;
}

/** The button of a command, with its name where the bar is wide. */
function Named({ command, children }: NamedProps): ReactNode {
  return (
    <CommandButton command={command}>
      <CommandIcon command={command} />
      <span className={styles.wideOnly}>{children}</span>
    </CommandButton>
  );
}
