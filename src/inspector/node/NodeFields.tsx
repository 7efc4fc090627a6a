import type { ReactNode } from 'react';

import { CheckField } from '#inspector/fields/CheckField.tsx';
import { ChoiceField } from '#inspector/fields/ChoiceField.tsx';
import { DurationField } from '#inspector/fields/DurationField.tsx';
import { NameField } from '#inspector/fields/NameField.tsx';
import { TextField } from '#inspector/fields/TextField.tsx';
import { useEdit } from '#inspector/useEdit.ts';
import { setNodeFields, type NodeFields as Fields } from '#schedule/nodeEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

interface NodeFieldsProps {
  readonly node: ScheduleNode;
}

/** What the document format allows. */
const MAX_LABEL = 200;

const STARTS = [
  { value: 'program', text: 'with the program' },
  { value: 'never', text: 'only when a step starts it' },
] as const;

const FIRST_CALLS = [
  { value: 'now', text: 'now' },
  { value: 'later', text: 'after one interval' },
] as const;

/** The fields of a node itself, by its kind. */
export function NodeFields({ node }: NodeFieldsProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const { id } = node;
  const set = (fields: Fields): readonly Problem[] => studio.edit(setNodeFields(id, fields));

  return (
    <>
      <NameField label="Name" field="id" value={id} edit={(to) => studio.renameNode(id, to)} />
      <TextField
        label="Label"
        field="label"
        placeholder={id}
        maxLength={MAX_LABEL}
        value={node.label ?? ''}
        edit={(text) => set({ label: text === '' ? undefined : text })}
      />
      {node.kind === 'callLater' || node.kind === 'deferLater' ? (
        <DurationField
          label="Delay"
          field="delay"
          value={node.delay}
          edit={(delay) => set({ delay })}
        />
      ) : null}
      {node.kind === 'loopingCall' ? (
        <>
          <DurationField
            label="Interval"
            field="interval"
            value={node.interval}
            edit={(interval) => set({ interval })}
          />
          <ChoiceField
            label="First call"
            value={node.now ? 'now' : 'later'}
            choices={FIRST_CALLS}
            choose={(first) => {
              edit(setNodeFields(id, { now: first === 'now' }));
            }}
          />
          <CheckField
            label="Pass the count"
            hint="the function gets how many intervals have passed"
            value={node.withCount}
            choose={(withCount) => {
              edit(setNodeFields(id, { withCount }));
            }}
          />
        </>
      ) : null}
      <ChoiceField
        label="Starts"
        value={node.starts}
        choices={STARTS}
        choose={(starts) => {
          edit(setNodeFields(id, { starts }));
        }}
      />
    </>
  );
}
