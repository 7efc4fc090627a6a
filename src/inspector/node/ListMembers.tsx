import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';

import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { SortableRows } from '#editors/rows/SortableRows.tsx';
import { useRowKeys } from '#editors/rows/useRowKeys.ts';
import { Section } from '#inspector/Section.tsx';
import { moveItem } from '#schedule/scheduleEdit.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import { memberChoices } from './memberChoices.ts';
import styles from './Members.module.css';
import { NodeLink } from './NodeLink.tsx';
import { useNodeFields } from './useNodeFields.ts';

interface ListMembersProps {
  readonly node: Extract<ScheduleNode, { kind: 'deferredList' }>;
}

/** The nodes that a list waits for, in the order of its results. */
export function ListMembers({ node }: ListMembersProps): ReactNode {
  const { choose } = useNodeFields(node.id);
  const { members } = node;
  const rowKeys = useRowKeys(members.length);
  const choices = memberChoices(useSchedule(), node);
  return (
    <Section title={t('Members')}>
      <div>
        {members.length === 0 ? <p className={styles.none}>{t('none: it fires at once')}</p> : null}
        <SortableRows
          items={members}
          rowKeys={rowKeys}
          noun={t('member')}
          nameOf={(id, index) => t('Member {{number}}: {{id}}', { number: index + 1, id })}
          move={(from, to) => {
            const moved = [...members];
            moveItem(moved, from, to);
            choose({ members: moved });
          }}
          remove={(index) => {
            choose({ members: members.filter((_, at) => at !== index) });
          }}
          renderHead={(id) => <NodeLink id={id} />}
          renderBody={() => null}
        />
        <ActionMenu
          items={
            choices.length === 0
              ? [
                  {
                    id: '',
                    name: t('None'),
                    help: t('no other node gives a Deferred'),
                    disabled: true,
                  },
                ]
              : choices.map(({ id, fault }) => ({
                  id,
                  name: id,
                  ...(fault === null ? {} : { help: fault, disabled: true }),
                }))
          }
          choose={(id) => {
            rowKeys.added(members.length);
            choose({ members: [...members, id] });
          }}
          trigger={
            <Button className={styles.add} data-add>
              <Plus size={14} aria-hidden="true" />
              {t('Add member')}
            </Button>
          }
        />
      </div>
    </Section>
  );
}
