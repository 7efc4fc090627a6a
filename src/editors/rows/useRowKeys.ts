import { useState } from 'react';

import { fittedKeys, movedKeys, withKey, withoutKey } from './rowKeys.ts';

/** Keys of the rows of a list whose items have no identity of their own. */
export interface RowKeys {
  readonly keys: readonly number[];
  readonly moved: (from: number, to: number) => void;
  readonly removed: (index: number) => void;
  readonly added: (index: number) => void;
}

/**
 * Keys that stay with their rows while these are moved, added and removed, so that focus, drafts
 * and what is unfolded go along. A change from elsewhere, such as an undo, is met by its length.
 */
export function useRowKeys(length: number): RowKeys {
  const [known, setKnown] = useState<readonly number[]>([]);
  const keys = fittedKeys(known, length);
  return {
    keys,
    moved(from, to) {
      setKnown(movedKeys(keys, from, to));
    },
    removed(index) {
      setKnown(withoutKey(keys, index));
    },
    added(index) {
      setKnown(withKey(keys, index));
    },
  };
}
