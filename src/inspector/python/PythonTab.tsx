import type { ReactNode } from 'react';

import { Section } from '#inspector/Section.tsx';
import type { ScheduleNode } from '#schedule/schema.ts';
import { linesOfNode } from '#store/linesOfNode.ts';
import { usePython } from '#store/usePython.ts';
import { CodeExcerpt } from '#ui/code/CodeExcerpt.tsx';
import { usePythonLines } from '#ui/code/usePythonLines.ts';
import { t } from '#words/words.ts';

interface PythonTabProps {
  readonly node: ScheduleNode;
}

/** What a node is in the exported program: its own lines, and those of the functions that it calls. */
export function PythonTab({ node }: PythonTabProps): ReactNode {
  const program = usePython();
  const lines = usePythonLines(program.text);
  return linesOfNode(program, node).map(({ function: name, first, last }) => (
    <Section
      key={name ?? ''}
      title={name === null ? t('In the program') : t('Function {{name}}', { name })}
    >
      <CodeExcerpt lines={lines} first={first} last={last} />
    </Section>
  ));
}
