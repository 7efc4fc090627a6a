import type { ReactNode } from 'react';

import { ActionMenu, type MenuItem } from '#editors/menu/ActionMenu.tsx';
import type { StepKind } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { functionUse } from './functionUse.ts';
import { stepChoices } from './stepKinds.ts';

interface StepKindMenuProps {
  /** The name of the function that the step stands in. */
  readonly name: string;
  readonly trigger: ReactNode;
  /** The kind that stands there now, where there is one. */
  readonly current?: StepKind;
  readonly choose: (kind: StepKind) => void;
  readonly focusAfter?: () => void;
}

/** The kinds of step with a line of help each; what cannot be chosen says why. */
export function StepKindMenu({ name, current, choose, ...rest }: StepKindMenuProps): ReactNode {
  const schedule = useSchedule();
  const present = new Set(schedule.nodes.map((node) => node.kind));
  const choices = stepChoices(present, functionUse(schedule, name));
  const items = choices.map(({ kind, help, needs }): MenuItem => {
    const isCurrent = kind === current;
    const disabled = needs !== null && !isCurrent;
    return { id: kind, name: kind, help: needs ?? t(help), disabled, current: isCurrent };
  });
  return (
    <ActionMenu
      {...rest}
      items={items}
      choose={(id) => {
        const choice = choices.find(({ kind }) => kind === id);
        if (choice !== undefined) choose(choice.kind);
      }}
    />
  );
}
