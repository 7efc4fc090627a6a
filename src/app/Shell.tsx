import { useState, type ReactNode } from 'react';

import { Announcer } from '#commands/Announcer.tsx';
import { useShortcuts } from '#commands/useShortcuts.ts';

import { MENU_PLACE_ID } from '#ui/menuPlace.ts';

import { LazyCommandPalette } from './commandPalette/LazyCommandPalette.tsx';
import { DropZone } from './files/DropZone.tsx';
import { FileProblems } from './files/FileProblems.tsx';
import { useFiles } from './files/useFiles.ts';
import { HelpDialog } from './help/HelpDialog.tsx';
import { Stack } from './layout/Stack.tsx';
import { usePanelSwitches } from './layout/usePanelSwitches.ts';
import { Workspace } from './layout/Workspace.tsx';
import { Presentation } from './present/Presentation.tsx';
import { PrintSheet } from './print/PrintSheet.tsx';
import { usePrinting } from './print/usePrinting.ts';
import type { PageKind } from './page.ts';
import { LinkQuestion } from './share/LinkQuestion.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';
import { useLinkedSchedule } from './share/useLinkedSchedule.ts';
import { Notices } from './notices/Notices.tsx';
import styles from './Shell.module.css';
import { TourBar } from './tour/TourBar.tsx';
import { useTour } from './tour/useTour.ts';
import { TopBar } from './topBar/TopBar.tsx';
import { useCharacterKeys } from './keys/useCharacterKeys.ts';
import { useAnnouncedEdits } from './useAnnouncedEdits.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { usePageCommands } from './usePageCommands.ts';
import { useMedia } from '#ui/useMedia.ts';
import { t } from '#words/words.ts';
import { useTheme } from './useTheme.ts';

interface ShellProps {
  readonly kind: PageKind;
}

/** The screen: the bar above, the panels below it, and what floats over them. */
export function Shell({ kind }: ShellProps): ReactNode {
  const narrow = useMedia('(max-width: 899px)');
  const panels = usePanelSwitches(!narrow);
  const [helpOpen, setHelpOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [shareOpen, setShareOpen] = useState(false);
  const [isPresenting, setPresenting] = useState(kind.isPresenting);
  const printing = usePrinting();
  const [characterKeys, setCharacterKeys] = useCharacterKeys();
  const files = useFiles();
  const tour = useTour();
  const question = useLinkedSchedule(files.refuse);
  usePageCommands({
    panels,
    files,
    beginTour: tour.begin,
    openHelp: () => {
      setHelpOpen(true);
    },
    openPalette: () => {
      setPaletteOpen(true);
    },
    openShare: () => {
      setShareOpen(true);
    },
    present: () => {
      setPresenting(!isPresenting);
    },
    print: printing.print,
  });
  useShortcuts(characterKeys);
  useTheme();
  useAnnouncedEdits();
  useKeptFocus();

  return (
    <>
      <div
        className={styles.shell}
        data-shell
        data-hides-run={panels.lessons.hidesRun || undefined}
      >
        {isPresenting ? (
          <Presentation
            onLeave={() => {
              setPresenting(false);
            }}
          />
        ) : (
          <>
            <TopBar />
            <TourBar tour={tour} />
            {narrow ? <Stack panels={panels} /> : <Workspace panels={panels} />}
          </>
        )}
      </div>
      {printing.isPrinting ? <PrintSheet /> : null}
      <HelpDialog
        open={helpOpen}
        onOpenChange={setHelpOpen}
        characterKeys={characterKeys}
        onCharacterKeysChange={setCharacterKeys}
      />
      <LazyCommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
      <FileProblems refused={files.refused} onClose={files.dismiss} onChooseAnother={files.open} />
      <ShareDialog open={shareOpen} onOpenChange={setShareOpen} />
      <LinkQuestion question={question} />
      <DropZone onDrop={files.take} />
      <Notices />
      <section id={MENU_PLACE_ID} aria-label={t('Menus')} />
      <Announcer />
    </>
  );
}
