import type { ReactNode } from 'react';

import type { NodeStepKind } from '#schedule/language.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { meaningsOf } from '#graph/words/meanings.ts';
import { Menu } from './Menu.tsx';

interface MeaningMenuProps {
  readonly target: ScheduleNode;
  readonly likeliest: NodeStepKind;
  readonly onChoose: (does: NodeStepKind) => void;
  readonly onClose: () => void;
}

/** Asks what an arrow to a node means. */
export function MeaningMenu({ target, likeliest, onChoose, onClose }: MeaningMenuProps): ReactNode {
  const choices = meaningsOf(target.kind, target.id).map(({ does, text, refusal }) => ({
    key: does,
    value: does,
    text,
    refusal,
    face: <span>{text}</span>,
  }));
  return (
    <Menu
      label={`What it does to ${target.id}`}
      groups={[{ heading: '', choices }]}
      preselected={likeliest}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
