import { useRef, type ReactNode } from 'react';

import { usePresented } from '#graph/usePresented.ts';
import type { CardLayout } from '#graph/layout/cardLayout.ts';
import { linkPlaces, ownPlaces } from '#graph/layout/cardPlaces.ts';
import { moveLink } from '#schedule/chainEdits.ts';
import { moveStep } from '#schedule/functionEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { AddLink, AddStep } from './AddToCard.tsx';
import styles from './CardPlaces.module.css';
import { PlaceList } from './PlaceList.tsx';

interface CardPlacesProps {
  readonly node: ScheduleNode;
  readonly layout: CardLayout;
}

/**
 * What can be edited where it stands on the one selected card: its function, the steps and the links.
 * Each place is opened by a double press, a tap or Enter, moved by its grip or Alt and an arrow key,
 * and removed by Delete; a button adds a step, another one a link.
 */
export function CardPlaces({ node, layout }: CardPlacesProps): ReactNode {
  const alone = useView(({ selection }) => selection.nodes.length === 1);
  const isPresented = usePresented();
  const places = useRef<HTMLDivElement>(null);
  const { own, chain } = layout;
  if (!alone || isPresented) return null;
  return (
    // "nokey": Enter and arrows belong to the places here, not to the card.
    <div ref={places} className={`${styles.places} nokey`} data-for-screens>
      {own === null ? null : (
        <>
          <PlaceList
            all={places}
            id={node.id}
            rows={ownPlaces(node.id, own)}
            noun={t('step')}
            move={(from, to) => moveStep(own.name ?? '', from, to)}
          />
          {own.name === null ? null : <AddStep owner={node.id} name={own.name} top={own.top} />}
        </>
      )}
      {chain === null ? null : (
        <>
          <PlaceList
            all={places}
            id={node.id}
            rows={linkPlaces(node.id, chain)}
            noun={t('link')}
            move={(from, to) => moveLink(node.id, from, to)}
          />
          <AddLink id={node.id} top={chain.gaps.at(-1) ?? 0} links={chain.links.length} />
        </>
      )}
    </div>
  );
}
