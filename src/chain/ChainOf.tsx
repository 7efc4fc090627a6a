import type { ReactNode } from 'react';

import { useNow, useStudio } from '#store/useStudio.ts';
import { instanceName, nodeName } from '#trace/describeEvent.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ChainOf.module.css';
import { ChainRails } from './ChainRails.tsx';
import { Hops } from './Hops.tsx';
import { useChainPicture } from './useChain.ts';

interface ChainOfProps {
  readonly of: InstanceRef;
  /** How many chains wait for it, one for the other. */
  readonly depth: number;
}

/** Deeper chains are shown when they are asked for. */
const DEEPEST = 2;

/** The chain of a Deferred, and inside of it the one that it waits for. */
export function ChainOf({ of, depth }: ChainOfProps): ReactNode {
  const studio = useStudio();
  const trace = useNow((now) => now.trace);
  const picture = useChainPicture(of);
  const name = instanceName(trace, of);
  const { waitsOn } = picture;
  const isItself = waitsOn !== null && waitsOn.node === of.node && waitsOn.instance === of.instance;
  const inner = isItself ? null : waitsOn;
  return (
    <div className={styles.chain} data-depth={depth}>
      <div className={styles.picture}>
        <ChainRails name={name} picture={picture} />
        {inner === null ? null : (
          <fieldset className={styles.inner} aria-label={t('The Deferred that it waits for')}>
            <legend className={styles.waits}>
              {t('waits for')} <code>{instanceName(trace, inner)}</code>
            </legend>
            {depth < DEEPEST ? (
              <ChainOf of={inner} depth={depth + 1} />
            ) : (
              <Button
                onClick={() => {
                  studio.select({ nodes: [nodeName(trace, inner.node)], edges: [], event: null });
                }}
              >
                {t('Show its chain')}
              </Button>
            )}
          </fieldset>
        )}
      </div>
      <Hops name={name} trace={trace} picture={picture} />
    </div>
  );
}
