import type { ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { needsOwnFunction, ownFunction } from '#schedule/language.ts';
import { addOwnFunction, setOwnFunction } from '#schedule/nodeEdits.ts';
import { OWN_PLACE } from '#schedule/places.ts';
import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';
import { msg, t, type Text } from '#words/words.ts';

import { FunctionEditor } from './FunctionEditor.tsx';
import { FunctionMenu } from './FunctionMenu.tsx';
import { ownFunctionWord } from './placeWords.ts';

interface OwnFunctionFieldsProps {
  readonly node: ScheduleNode;
}

/** What is particular to the function of a node of some kinds. */
const HINTS: Partial<Readonly<Record<NodeKind, Text>>> = {
  deferred: msg('called when it is cancelled before it has fired'),
  coroutine: msg('only coroutines can call it; it may await'),
  cooperate: msg('called once a step; the task waits for a Deferred that it returns'),
  deferToThread: msg('runs in a worker: it can only block, log, return and raise'),
};

/** The function that a node calls itself; a Deferred's is its canceller. */
export function OwnFunctionFields({ node }: OwnFunctionFieldsProps): ReactNode {
  const edit = useEdit();
  const name = ownFunction(node);
  const hint = HINTS[node.kind];
  return (
    <>
      <FunctionMenu
        label={node.kind === 'deferred' ? ownFunctionWord(node) : t('Calls')}
        name={name}
        optional={!needsOwnFunction(node.kind)}
        choose={(choice) => {
          if (choice.is === 'new') edit(addOwnFunction(node.id));
          else edit(setOwnFunction(node.id, choice.is === 'none' ? null : choice.name));
        }}
        {...(hint === undefined ? {} : { hint: t(hint) })}
      />
      {name === null ? null : <FunctionEditor name={name} owner={node.id} place={OWN_PLACE} />}
    </>
  );
}
