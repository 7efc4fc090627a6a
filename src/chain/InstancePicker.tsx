import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { useNow } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ChainPanel.module.css';
import { chainsOf } from '#explain/instanceChain.ts';
import type { ChainChoice } from './useChain.ts';

interface InstancePickerProps {
  /** The index of the node. */
  readonly node: number;
  readonly choice: ChainChoice;
}

/** So many starts are listed around the one that is shown. */
const MOST_LISTED = 200;

const NEWEST = 'newest';

/** Which start of a node is looked at: the newest one at the playhead, or one that is chosen. */
export function InstancePicker({ node, choice }: InstancePickerProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const count = useNow((now) => now.count);
  const { instance, follows, choose } = choice;
  const chains = chainsOf(trace, node);
  const newest = chains.newestAt(count);
  const starts = chains.around(instance ?? 1, MOST_LISTED, count);
  const id = nodeName(trace, node);
  if (instance === null || newest === null) return null;
  return (
    <span className={styles.picker}>
      <IconButton
        label={t('The start before')}
        look="plain"
        disabled={instance <= 1}
        onClick={() => {
          choose(instance - 1);
        }}
      >
        <ChevronLeft size={15} aria-hidden="true" />
      </IconButton>
      <select
        className={styles.starts}
        aria-label={t('Start of {{id}}', { id })}
        value={follows ? NEWEST : String(instance)}
        onChange={({ target }) => {
          choose(target.value === NEWEST ? null : Number(target.value));
        }}
      >
        <option value={NEWEST}>
          {t('{{id}}, the newest: {{number}}', { id, number: newest })}
        </option>
        {starts.map((start) => (
          <option key={start.instance} value={String(start.instance)}>
            {t('start {{number}} at {{time}} s', {
              number: start.instance,
              time: formatTime(trace.timeAt(start.sequence)),
            })}
          </option>
        ))}
      </select>
      <IconButton
        label={t('The next start')}
        look="plain"
        disabled={instance >= newest}
        onClick={() => {
          choose(instance + 1 >= newest ? null : instance + 1);
        }}
      >
        <ChevronRight size={15} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
