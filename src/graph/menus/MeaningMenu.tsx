import type { ReactNode } from 'react';

import type { ArrowOffer } from '#graph/edits/arrowOffer.ts';
import type { ArrowDoes } from '#graph/words/meanings.ts';
import { t } from '#words/words.ts';

import { Menu } from './Menu.tsx';

interface MeaningMenuProps {
  /** The id of the node that the arrow leads to. */
  readonly target: string;
  readonly offer: ArrowOffer;
  readonly onChoose: (does: ArrowDoes) => void;
  readonly onClose: () => void;
}

/** Asks what an arrow to a node means. */
export function MeaningMenu({ target, offer, onChoose, onClose }: MeaningMenuProps): ReactNode {
  const choices = offer.meanings.map(({ does, text, refusal }) => ({
    key: does,
    value: does,
    text,
    refusal,
    face: <span>{text}</span>,
  }));
  return (
    <Menu
      label={t('What it does to {{target}}', { target })}
      groups={[{ heading: '', choices }]}
      preselected={offer.likeliest ?? ''}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
