import { useId, type ReactNode } from 'react';

import { useCommandBoard } from '#commands/useCommands.ts';
import { Panel } from '#ui/Panel.tsx';

import { KIND_NAMES, KIND_SUMMARIES } from '#schedule/kindWords.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';
import styles from './Palette.module.css';
import { KindFace } from './palette/KindFace.tsx';
import { carriedTypes, PALETTE } from './palette/kinds.ts';
import { useAddNode } from './palette/useAddNode.ts';

/** What can be added to the schedule: by click, by Enter, or by dragging it to the graph. */
export function Palette(): ReactNode {
  const add = useAddNode();
  const heading = useId();
  const { announce } = useCommandBoard();
  const addKind = (kind: NodeKind): void => {
    const [problem] = add(kind, null).problems;
    if (problem !== undefined) announce(t('Not added: {{message}}', { message: problem.message }));
  };
  return (
    <Panel label={t('Palette')}>
      <div className={styles.groups}>
        {PALETTE.map(({ name, kinds }) => (
          <div key={t(name)} className={styles.group}>
            <h2 id={`${heading}-${kinds[0] ?? ''}`} className={styles.heading}>
              {t(name)}
            </h2>
            <ul className={styles.list} aria-labelledby={`${heading}-${kinds[0] ?? ''}`}>
              {kinds.map((kind) => (
                <li key={kind}>
                  <button
                    type="button"
                    className={styles.item}
                    draggable
                    title={t('{{kind}}, {{summary}}: click to add one, or drag it to the graph', {
                      kind: t(KIND_NAMES[kind]),
                      summary: t(KIND_SUMMARIES[kind]),
                    })}
                    onClick={() => addKind(kind)}
                    onDragStart={({ dataTransfer }) => {
                      for (const type of carriedTypes(kind)) dataTransfer.setData(type, kind);
                      dataTransfer.effectAllowed = 'copy';
                    }}
                  >
                    <KindFace kind={kind} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  );
}
