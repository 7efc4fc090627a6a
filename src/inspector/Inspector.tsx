import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { useView } from '#store/useStudio.ts';
import { IconButton } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';

import { EventCard } from './event/EventCard.tsx';
import styles from './Inspector.module.css';
import { Selected } from './Selected.tsx';
import { FaultContext } from '#editors/useEdit.ts';
import { t } from '#words/words.ts';

/** The fields and the live state of what is selected; of the document where nothing is. */
export function Inspector(): ReactNode {
  const event = useView((view) => view.selection.event);
  const [fault, report] = useState<string | null>(null);
  return (
    <Panel label={t('Inspector')}>
      <FaultContext value={report}>
        {event === null ? null : <EventCard sequence={event} />}
        <Selected />
        {fault === null ? null : (
          <div className={styles.fault} role="alert">
            <span>{fault}</span>
            <IconButton
              look="plain"
              label={t('Dismiss')}
              onClick={() => {
                report(null);
              }}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </FaultContext>
    </Panel>
  );
}
