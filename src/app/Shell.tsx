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

/** The screen: the bar above, the panels below it, and what floats over them. */
export function Shell(): ReactNode {
  const narrow = useMedia('(max-width: 899px)');
  const panels = usePanelSwitches(!narrow);
  const [helpOpen, setHelpOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [characterKeys, setCharacterKeys] = useCharacterKeys();
  const files = useFiles();
  const tour = useTour();
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
        <TopBar />
        <TourBar tour={tour} />
        {narrow ? <Stack panels={panels} /> : <Workspace panels={panels} />}
      </div>
      <HelpDialog
        open={helpOpen}
        onOpenChange={setHelpOpen}
        characterKeys={characterKeys}
        onCharacterKeysChange={setCharacterKeys}
      />
      <LazyCommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
      <FileProblems refused={files.refused} onClose={files.dismiss} onChooseAnother={files.open} />
      <DropZone onDrop={files.take} />
      <Notices />
      <section id={MENU_PLACE_ID} aria-label={t('Menus')} />
      <Announcer />
    </>
  );
}
