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
import { msg, t } from '#words/words.ts';

import styles from './Python.module.css';

const PYTHON: FileKind = {
  description: msg('Python program'),
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
    toast(
      saved.how === 'file'
        ? t('Saved as {{name}}', { name: saved.name })
        : t('{{name}} is downloaded', { name: saved.name }),
    );
  };

  const heading = (
    <>
      <span>{t('Python')}</span>
      <span className={styles.file} title={program.fileName}>
        {program.fileName}
      </span>
      <span className={styles.tools}>
        <CopyButton what={t('program')} text={() => program.text} />
        <IconButton
          label={t('Save program')}
          title={t('Save as {{fileName}}', { fileName: program.fileName })}
          look="plain"
          onClick={() => {
            save().catch((error: unknown) => {
              toast.error(t('The program was not saved'), { description: String(error) });
            });
          }}
        >
          <Save size={15} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <IconButton label={t('Close Python')} look="plain" onClick={close}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </span>
    </>
  );
  return (
    <Panel label={t('Python')} heading={heading}>
      <CodeView label={t('Lines of the program')} lines={lines} marked={marked} />
    </Panel>
  );
}
