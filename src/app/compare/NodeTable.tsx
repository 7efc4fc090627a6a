import type { ReactNode } from 'react';

import { formatCount } from '#app/run/runWords.ts';
import { useStudio } from '#store/useStudio.ts';
import { formatLength } from '#trace/formatTime.ts';
import type { NodeComparison } from '#trace/comparedNode.ts';
import type { NodeFigures } from '#trace/nodeFigures.ts';
import type { RunComparison } from '#trace/runComparison.ts';
import { t } from '#words/words.ts';

import styles from './Compare.module.css';

interface NodeTableProps {
  readonly comparison: RunComparison;
}

/** So many nodes that differ are listed: the list of differences has them all. */
const MOST = 200;

/** What each node did in both runs, of those that did something else. */
export function NodeTable({ comparison }: NodeTableProps): ReactNode {
  const studio = useStudio();
  const nodes = comparison
    .nodes()
    .filter(({ gone, added, moved, changed }) => gone + added + moved + changed > 0);
  if (nodes.length === 0) return null;
  return (
    <details className={styles.nodes}>
      <summary>{t('{{count}} nodes did something else', { count: nodes.length })}</summary>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Node')}</th>
              <th scope="col">{t('Gone')}</th>
              <th scope="col">{t('New')}</th>
              <th scope="col">{t('Moved')}</th>
              <th scope="col">{t('Changed')}</th>
              <th scope="col">{t('Ticks')}</th>
              <th scope="col">{t('Missed')}</th>
              <th scope="col">{t('Failures')}</th>
              <th scope="col" title={t('By how much a call ran late at most')}>
                {t('Latest')}
              </th>
              <th
                scope="col"
                title={t('By how much the calls that were late at all were so on average')}
              >
                {t('Mean late')}
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.slice(0, MOST).map((node) => (
              <tr key={node.id}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.node}
                    disabled={node.own === null}
                    onClick={() => {
                      studio.select({ nodes: [node.id], edges: [], event: null });
                    }}
                  >
                    {node.id}
                  </button>
                </th>
                <td>{orNothing(node.gone)}</td>
                <td>{orNothing(node.added)}</td>
                <td>{orNothing(node.moved)}</td>
                <td>{orNothing(node.changed)}</td>
                <td>{both(node, ({ ticks }) => formatCount(ticks))}</td>
                <td>{both(node, ({ missed }) => formatCount(missed))}</td>
                <td>{both(node, ({ failures }) => formatCount(failures))}</td>
                <td>{both(node, ({ latest }) => formatLength(latest))}</td>
                <td>{both(node, ({ meanLateness }) => formatLength(meanLateness))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {nodes.length > MOST ? (
          <p className={styles.more}>
            {t('and {{number}} nodes more', { number: nodes.length - MOST })}
          </p>
        ) : null}
      </div>
    </details>
  );
}

function orNothing(count: number): string {
  return count === 0 ? '' : formatCount(count);
}

/** A figure before and now: once where it is the same. */
function both({ pinned, own }: NodeComparison, say: (figures: NodeFigures) => string): string {
  const [before, now] = [pinned, own].map((figures) => (figures === null ? '–' : say(figures)));
  return before === now ? (now ?? '') : `${before ?? ''} → ${now ?? ''}`;
}
