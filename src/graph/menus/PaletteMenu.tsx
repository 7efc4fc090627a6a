import type { ReactNode } from 'react';

import { KIND_NAMES } from '#schedule/kindWords.ts';
import { KindFace } from '#graph/palette/KindFace.tsx';
import { PALETTE } from '#graph/palette/kinds.ts';
import type { NodeKind } from '#schedule/schema.ts';

import { Menu } from './Menu.tsx';

interface PaletteMenuProps {
  readonly label: string;
  readonly onChoose: (kind: NodeKind) => void;
  readonly onClose: () => void;
}

/** Asks which kind of node to add. */
export function PaletteMenu({ label, onChoose, onClose }: PaletteMenuProps): ReactNode {
  const groups = PALETTE.map(({ name, kinds }) => ({
    heading: name,
    choices: kinds.map((kind) => ({
      key: kind,
      value: kind,
      text: KIND_NAMES[kind],
      refusal: null,
      face: <KindFace kind={kind} />,
    })),
  }));
  return (
    <Menu
      label={label}
      groups={groups}
      preselected="callLater"
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
