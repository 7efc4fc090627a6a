import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useCommand } from '#commands/useCommands.ts';
import { givesDeferred } from '#schedule/language.ts';
import { useRun, useSchedule, useStudio } from '#store/useStudio.ts';
import { IconButton } from '#ui/Button.tsx';
import { NodeIcon } from '#ui/NodeIcon.tsx';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import { ChainOf } from './ChainOf.tsx';
import styles from './ChainPanel.module.css';
import { InstancePicker } from './InstancePicker.tsx';
import { useChainChoice } from './useChain.ts';

/** The callback chain of the selected Deferred at the playhead: a picture, and what happened in words. */
export function ChainPanel(): ReactNode {
  const { trace } = useRun();
  const choice = useChainChoice();
  const { run: close } = useCommand('chain');
  const node = choice.node === null ? undefined : trace.header.nodes[choice.node];
  const hasChain = useSchedule().nodes.some(
    ({ id, kind }) => id === node?.id && givesDeferred(kind),
  );
  const heading = (
    <>
      <span className={styles.title}>{t('Callback chain')}</span>
      {choice.node === null || choice.instance === null || !hasChain ? (
        <span className={styles.gap} />
      ) : (
        <InstancePicker node={choice.node} choice={choice} />
      )}
      <IconButton label={t('Close the callback chain')} look="plain" onClick={close}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </>
  );
  return (
    <Panel label={t('Callback chain')} heading={heading}>
      {choice.node === null || !hasChain ? (
        <ChooseNode id={node?.id ?? null} />
      ) : choice.instance === null ? (
        <p className={styles.empty}>
          {t('{{id}} has not been started at the playhead: step on, or play.', {
            id: node?.id ?? '',
          })}
        </p>
      ) : (
        <ChainOf of={{ node: choice.node, instance: choice.instance }} depth={0} />
      )}
    </Panel>
  );
}

/** What to do where no Deferred is selected. */
function ChooseNode({ id }: { readonly id: string | null }): ReactNode {
  const studio = useStudio();
  const nodes = useSchedule().nodes.filter(({ kind }) => givesDeferred(kind));
  if (nodes.length === 0) {
    return (
      <p className={styles.empty}>
        {t('No node of this schedule gives a Deferred: add a deferLater, for example.')}
      </p>
    );
  }
  return (
    <div className={styles.empty}>
      <p>
        {id === null
          ? t('Choose a Deferred, here or in the graph:')
          : t('{{id}} gives no Deferred. These do:', { id })}
      </p>
      <ul className={styles.nodes}>
        {nodes.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className={styles.node}
              onClick={() => {
                studio.select({ nodes: [node.id], edges: [], event: null });
              }}
            >
              <NodeIcon kind={node.kind} />
              <code>{node.id}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
