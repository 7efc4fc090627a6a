import type { ReactElement, ReactNode } from 'react';
import { List, useDynamicRowHeight, type RowComponentProps } from 'react-window';

import { CopyButton } from '#app/widgets/CopyButton.tsx';
import { Dialog } from '#app/widgets/Dialog.tsx';
import { formatPath, formatPlacedProblem, type Problem } from '#schedule/problem.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './FileProblems.module.css';
import type { RefusedFile } from './refusedFile.ts';

interface FileProblemsProps {
  /** The file that was not opened; null: the dialog is closed. */
  readonly refused: RefusedFile | null;
  readonly onClose: () => void;
  /** Lets another file be chosen. */
  readonly onChooseAnother: () => void;
}

/** The height of a row of two lines, in CSS pixels. */
const ROW_HEIGHT = 53;

/** Why a file was not opened: every problem with its place in the file and its mend. */
export function FileProblems({ refused, onClose, onChooseAnother }: FileProblemsProps): ReactNode {
  const problems = refused?.problems ?? [];
  const rowHeight = useDynamicRowHeight({ defaultRowHeight: ROW_HEIGHT });
  return (
    <Dialog
      title={refused?.title ?? ''}
      description={t('{{count}} problems. The schedule that is open stays as it was.', {
        count: problems.length,
      })}
      width="wide"
      open={refused !== null}
      onOpenChange={onClose}
    >
      <List
        className={styles.list ?? ''}
        aria-label={t('Problems of the file')}
        tabIndex={0}
        rowComponent={FileProblemRow}
        rowCount={problems.length}
        rowHeight={rowHeight}
        rowProps={{ problems }}
      />
      <div className={styles.actions}>
        <CopyButton
          what={t('list of problems')}
          look="bordered"
          text={() => problems.map((problem) => `${formatPlacedProblem(problem)}\n`).join('')}
        />
        <Button look="primary" onClick={onChooseAnother}>
          {t('Choose another file')}
        </Button>
      </div>
    </Dialog>
  );
}

function FileProblemRow({
  index,
  style,
  ariaAttributes,
  problems,
}: RowComponentProps<{ readonly problems: readonly Problem[] }>): ReactElement | null {
  const problem = problems[index];
  if (problem === undefined) return null;
  const { path, place, message } = problem;
  return (
    <div {...ariaAttributes} style={style} className={styles.problem}>
      <span className={styles.place}>
        {place === undefined
          ? null
          : t('line {{line}}, column {{column}}', { line: place.line, column: place.column })}
      </span>
      <code className={styles.path}>{path.length === 0 ? t('the file') : formatPath(path)}</code>
      <span className={styles.message}>{message}</span>
    </div>
  );
}
