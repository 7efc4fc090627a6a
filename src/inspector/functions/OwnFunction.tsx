import type { ReactNode } from 'react';

import { Section } from '#inspector/Section.tsx';
import { useEdit } from '#inspector/useEdit.ts';
import { ownFunction } from '#schedule/language.ts';
import { addOwnFunction, setOwnFunction } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { FunctionEditor } from './FunctionEditor.tsx';
import { FunctionMenu } from './FunctionMenu.tsx';

interface OwnFunctionProps {
  readonly node: ScheduleNode;
}

/** The function that a node calls itself; a Deferred's is its canceller. */
export function OwnFunction({ node }: OwnFunctionProps): ReactNode {
  const edit = useEdit();
  const name = ownFunction(node);
  const word = node.kind === 'deferred' ? 'Canceller' : 'Function';
  return (
    <Section title={word}>
      <FunctionMenu
        label={node.kind === 'deferred' ? word : 'Calls'}
        name={name}
        optional={node.kind === 'deferred' || node.kind === 'deferLater'}
        choose={(choice) => {
          if (choice.is === 'new') edit(addOwnFunction(node.id));
          else edit(setOwnFunction(node.id, choice.is === 'none' ? null : choice.name));
        }}
      />
      {name === null ? null : <FunctionEditor name={name} owner={node.id} />}
    </Section>
  );
}
