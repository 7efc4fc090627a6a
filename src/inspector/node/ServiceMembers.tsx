import { Plus, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { Section } from '#inspector/Section.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { setService } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './Members.module.css';
import { NodeLink } from './NodeLink.tsx';
import { serviceChoices, startChoices } from './startChoices.ts';

interface ServiceMembersProps {
  /** The service's id. */
  readonly id: string;
}

/** The nodes that lie in a service, in the order in which it starts them. */
export function ServiceMembers({ id }: ServiceMembersProps): ReactNode {
  const schedule = useSchedule();
  const edit = useEdit();
  const add = useRef<HTMLButtonElement>(null);
  const members = schedule.nodes.filter((node) => node.service === id);
  const others = schedule.nodes.filter(
    (node) => node.service !== id && serviceChoices(schedule, node).includes(id),
  );
  return (
    <Section title={t('Members')}>
      {members.length === 0 ? <p className={styles.none}>{t('none yet')}</p> : null}
      <ul className={styles.list}>
        {members.map((node) => (
          <li key={node.id} className={styles.member}>
            <NodeLink id={node.id} />
            <span className={styles.note}>{startWords(node)}</span>
            <IconButton
              look="plain"
              label={t('Take {{id}} out', { id: node.id })}
              onClick={() => {
                // The row goes with its button.
                add.current?.focus();
                edit(setService(node.id, null));
              }}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <ActionMenu
          items={others.map((node) => ({
            id: node.id,
            name: node.id,
            ...(node.service === undefined
              ? {}
              : { help: t('taken out of {{service}}', { service: node.service }) }),
          }))}
          choose={(member) => {
            edit(setService(member, id));
          }}
          trigger={
            <Button className={styles.add} ref={add}>
              <Plus size={14} aria-hidden="true" />
              {t('Add member')}
            </Button>
          }
        />
      )}
    </Section>
  );
}

function startWords(node: ScheduleNode): string {
  if (startChoices(node).length === 0) return t('made with the program');
  switch (node.starts) {
    case 'program':
      return t('starts with the program');
    case 'service':
      return '';
    case 'never':
      return t('started by a step');
  }
}
