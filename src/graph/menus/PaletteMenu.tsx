import type { ReactNode } from 'react';

import { KIND_NAMES } from '#schedule/kindWords.ts';
import { KindFace } from '#graph/palette/KindFace.tsx';
import { PALETTE } from '#graph/palette/kinds.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { Menu } from './Menu.tsx';

interface PaletteMenuProps {
  readonly label: string;
  /** Whether a kind is offered. */
  readonly offers: (kind: NodeKind) => boolean;
  readonly onChoose: (kind: NodeKind) => void;
  readonly onClose: () => void;
}

/** Asks which kind of node to add. */
export function PaletteMenu({ label, offers, onChoose, onClose }: PaletteMenuProps): ReactNode {
  const groups = PALETTE.map(({ name, kinds }) => ({
    heading: t(name),
    choices: kinds.filter(offers).map((kind) => ({
      key: kind,
      value: kind,
      text: t(KIND_NAMES[kind]),
      refusal: null,
      face: <KindFace kind={kind} />,
    })),
  })).filter(({ choices }) => choices.length > 0);
  return (
    <Menu
      label={label}
      groups={groups}
      preselected={groups[0]?.choices[0]?.key ?? ''}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
