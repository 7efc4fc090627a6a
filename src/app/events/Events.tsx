import { useDeferredValue, useId, useState, type ReactNode } from 'react';

import { FilterField } from '#app/eventFilter/FilterField.tsx';
import { parseEventFilter } from '#app/eventFilter/parseEventFilter.ts';
import { useFilterNames } from '#app/eventFilter/useFilterNames.ts';
import { withTerm } from '#app/eventFilter/withTerm.ts';
import { ReadingState } from '#app/reading/ReadingState.tsx';
import { CommandButton } from '#commands/CommandButton.tsx';
import { FollowButton } from '#app/widgets/FollowButton.tsx';
import { Switch } from '#app/widgets/Switch.tsx';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import { EventList } from './EventList.tsx';
import styles from './Events.module.css';
import { useEventIndex } from './useEventIndex.ts';

/** All that happens in the run, an event a line, with the playhead in it. */
export function Events(): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [details, setDetails] = useState(false);
  const [following, setFollowing] = useState(true);
  const names = useFilterNames();
  const { problems } = parseEventFilter(text, details, names);
  // Typing comes first; the list follows when there is time.
  const { filter } = parseEventFilter(useDeferredValue(text), details, names);
  const index = useEventIndex(filter);
  const filtered = text.trim() !== '';

  const heading = (
    <>
      <span>{t('Events')}</span>
      <FilterField
        text={text}
        onText={setText}
        names={names}
        problems={problems}
        countId={`${id}-count`}
      />
      <span id={`${id}-count`} className={styles.count}>
        {filtered ? t('{{number}} of {{all}}', { number: index.count, all: index.read }) : null}
      </span>
      <ReadingState reading={index} />
      <span className={styles.tools}>
        <Switch
          label={t('Details')}
          title={t('Show how the reactor does it: passes, calls, hand-overs')}
          checked={details}
          onCheckedChange={setDetails}
        />
        <FollowButton following={following} onChange={setFollowing} />
        <CommandButton command="saveRun" look="plain" />
      </span>
    </>
  );

  return (
    <Panel label={t('Events')} heading={heading} className={styles.panel ?? ''}>
      <EventList
        index={index}
        following={following}
        onScrolledByHand={() => {
          setFollowing(false);
        }}
        onNarrow={(term) => {
          setText(term === null ? '' : withTerm(text, term));
        }}
      />
    </Panel>
  );
}
