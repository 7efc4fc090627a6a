import { Save, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { toast } from 'sonner';

import { saveFile, type FileKind } from '#app/files/filePickers.ts';
import { useCommand } from '#commands/useCommands.ts';
import { CopyButton } from '#app/widgets/CopyButton.tsx';
import { linesOfNode } from '#store/linesOfNode.ts';
import { usePython } from '#store/usePython.ts';
import { useSchedule, useView } from '#store/useStudio.ts';
import { CodeView } from '#ui/code/CodeView.tsx';
import { usePythonLines } from '#ui/code/usePythonLines.ts';
import { IconButton } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';

import styles from './Python.module.css';

const PYTHON: FileKind = {
  description: 'Python program',
  mediaType: 'text/x-python',
  ending: '.py',
};

/** The schedule as a Python program: it follows every edit, and marks what is selected. */
export function Python(): ReactNode {
  const { nodes } = useSchedule();
  const program = usePython();
  const lines = usePythonLines(program.text);
  const selected = useView((view) => view.selection.nodes);
  const { run: close } = useCommand('python');

  const ids = new Set(selected);
  const marked = nodes
    .filter(({ id }) => ids.has(id))
    .flatMap((node) => linesOfNode(program, node));
  const save = async (): Promise<void> => {
    const saved = await saveFile(program.text, program.fileName, PYTHON);
    if (saved.how === 'cancelled') return;
    toast(saved.how === 'file' ? `Saved as ${saved.name}` : `${saved.name} is downloaded`);
  };

  const heading = (
    <>
      <span>Python</span>
      <span className={styles.file} title={program.fileName}>
        {program.fileName}
      </span>
      <span className={styles.tools}>
        <CopyButton what="program" text={() => program.text} />
        <IconButton
          label="Save program"
          title={`Save as ${program.fileName}`}
          look="plain"
          onClick={() => {
            save().catch((error: unknown) => {
              toast.error('The program was not saved', { description: String(error) });
            });
          }}
        >
          <Save size={15} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <IconButton label="Close Python" look="plain" onClick={close}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </span>
    </>
  );
  return (
    <Panel label="Python" heading={heading}>
      <CodeView label="Lines of the program" lines={lines} marked={marked} />
    </Panel>
  );
}
