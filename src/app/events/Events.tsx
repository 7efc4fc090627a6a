import { LocateFixed } from 'lucide-react';
import { useDeferredValue, useId, useState, type ReactNode } from 'react';

import { ReadingState } from '#app/reading/ReadingState.tsx';
import { formatCount } from '#app/run/runWords.ts';
import { CommandButton } from '#app/widgets/CommandButton.tsx';
import { Switch } from '#app/widgets/Switch.tsx';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';

import { EventList } from './EventList.tsx';
import styles from './Events.module.css';
import { useEventIndex } from './useEventIndex.ts';

/** All that happens in the run, an event a line, with the playhead in it. */
export function Events(): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [details, setDetails] = useState(false);
  const [following, setFollowing] = useState(true);
  // Typing comes first; the list follows when there is time.
  const index = useEventIndex(useDeferredValue(text), details);
  const filtered = text.trim() !== '';

  const heading = (
    <>
      <span>Events</span>
      <input
        type="text"
        className={styles.filter}
        aria-label="Filter events by node or text"
        placeholder="Filter"
        value={text}
        spellCheck={false}
        aria-describedby={`${id}-count`}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      <span id={`${id}-count`} className={styles.count}>
        {filtered ? `${formatCount(index.count)} of ${formatCount(index.read)}` : null}
      </span>
      <ReadingState reading={index} />
      <span className={styles.tools}>
        <Switch
          label="Details"
          title="Show how the reactor does it: passes, calls, hand-overs"
          checked={details}
          onCheckedChange={setDetails}
        />
        <Button
          look="plain"
          className={styles.follow}
          aria-label="Follow"
          aria-pressed={following}
          title={following ? 'The list follows the playhead' : 'Follow the playhead'}
          onClick={() => {
            setFollowing(!following);
          }}
        >
          <LocateFixed size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <CommandButton command="saveRun" look="plain" />
      </span>
    </>
  );

  return (
    <Panel label="Events" heading={heading} className={styles.panel ?? ''}>
      <EventList
        index={index}
        following={following}
        onScrolledByHand={() => {
          setFollowing(false);
        }}
      />
    </Panel>
  );
}
