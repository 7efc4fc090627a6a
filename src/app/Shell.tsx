import { useState, type ReactNode } from 'react';

import { DropZone } from './files/DropZone.tsx';
import { FileProblems } from './files/FileProblems.tsx';
import { useFiles } from './files/useFiles.ts';
import { HelpDialog } from './help/HelpDialog.tsx';
import { Stack } from './layout/Stack.tsx';
import { usePanelSwitches } from './layout/usePanelSwitches.ts';
import { Workspace } from './layout/Workspace.tsx';
import { Notices } from './notices/Notices.tsx';
import styles from './Shell.module.css';
import { TopBar } from './topBar/TopBar.tsx';
import { useCharacterKeys } from './keys/useCharacterKeys.ts';
import { CommandsContext, useCommandTable } from './useCommands.ts';
import { useMedia } from './layout/useMedia.ts';
import { useShortcuts } from './keys/useShortcuts.ts';
import { useTheme } from './useTheme.ts';

/** The screen: the bar above, the panels below it, and what floats over them. */
export function Shell(): ReactNode {
  const narrow = useMedia('(max-width: 899px)');
  const panels = usePanelSwitches(!narrow);
  const [helpOpen, setHelpOpen] = useState(false);
  const [announcement, setAnnouncement] = useState('');
  const [characterKeys, setCharacterKeys] = useCharacterKeys();
  const files = useFiles();
  const commands = useCommandTable({
    panels,
    files,
    openHelp: () => {
      setHelpOpen(true);
    },
    announce: setAnnouncement,
  });
  useShortcuts(commands, characterKeys);
  useTheme();

  return (
    <CommandsContext value={commands}>
      <div className={styles.shell}>
        <TopBar />
        {narrow ? (
          <Stack announcement={announcement} panels={panels} />
        ) : (
          <Workspace panels={panels} announcement={announcement} />
        )}
      </div>
      <HelpDialog
        open={helpOpen}
        onOpenChange={setHelpOpen}
        characterKeys={characterKeys}
        onCharacterKeysChange={setCharacterKeys}
      />
      <FileProblems refused={files.refused} onClose={files.dismiss} onChooseAnother={files.open} />
      <DropZone onDrop={files.take} />
      <Notices />
    </CommandsContext>
  );
}
