import type { ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { copyForNode } from '#schedule/functionSplits.ts';
import { placeKey, usersOf } from '#schedule/places.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { placeWords } from './placeWords.ts';
import styles from './SharedBy.module.css';

/** More places than this are only counted. */
const MAX_PLACES = 6;

interface SharedByProps {
  /** The function's name. */
  readonly name: string;
  /** The node at which it is looked at. */
  readonly owner: string;
}

/** Where else a change of a function is felt: all places that call it, where there are several. */
export function SharedBy({ name, owner }: SharedByProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const users = usersOf(useSchedule(), name);
  const isOnlyOwn = users.every(({ node }) => node.id === owner);
  if (users.length < 2) return null;
  const shown = users.slice(0, MAX_PLACES);
  return (
    <p className={styles.shared}>
      {t('shared by {{number}} places:', { number: users.length })}{' '}
      {shown.map(({ node, place }, index) => (
        <span key={`${node.id}/${placeKey(place)}`}>
          {index === 0 ? '' : '; '}
          <button
            type="button"
            className={styles.place}
            onClick={() => {
              studio.select({ nodes: [node.id], edges: [] });
            }}
          >
            {placeWords(node, place)}
          </button>
        </span>
      ))}
      {users.length > MAX_PLACES
        ? ` ${t('and {{number}} more', { number: users.length - MAX_PLACES })}`
        : ''}
      {isOnlyOwn ? null : (
        <>
          {'. '}
          <button
            type="button"
            className={styles.place}
            onClick={() => {
              edit(copyForNode(owner, name));
            }}
          >
            {t('Give {{owner}} its own copy', { owner })}
          </button>
        </>
      )}
    </p>
  );
}
