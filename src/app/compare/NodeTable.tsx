import type { ReactNode } from 'react';

import { formatCount } from '#app/run/runWords.ts';
import { useStudio } from '#store/useStudio.ts';
import { formatLength } from '#trace/formatTime.ts';
import type { NodeComparison } from '#trace/comparedNode.ts';
import type { NodeFigures } from '#trace/nodeFigures.ts';
import type { RunComparison } from '#trace/runComparison.ts';

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
      <summary>
        {nodes.length === 1 ? '1 node' : `${formatCount(nodes.length)} nodes`} did something else
      </summary>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Node</th>
              <th scope="col">Gone</th>
              <th scope="col">New</th>
              <th scope="col">Moved</th>
              <th scope="col">Changed</th>
              <th scope="col">Ticks</th>
              <th scope="col">Missed</th>
              <th scope="col">Failures</th>
              <th scope="col" title="By how much a call ran late at most">
                Latest
              </th>
              <th
                scope="col"
                title="By how much the calls that were late at all were so on average"
              >
                Mean late
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
          <p className={styles.more}>and {formatCount(nodes.length - MOST)} nodes more</p>
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
