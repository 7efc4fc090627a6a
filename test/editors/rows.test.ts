import { describe, expect, test } from 'vitest';

import { dropIndex } from '#editors/rows/dropIndex.ts';
import { fittedKeys, movedKeys, withKey, withoutKey } from '#editors/rows/rowKeys.ts';

describe('the keys of rows', () => {
  test('go along when a row is moved, added or removed', () => {
    const keys = fittedKeys([], 3);
    expect([
      keys,
      movedKeys(keys, 0, 2),
      movedKeys(keys, 2, 0),
      withKey(keys, 1),
      withoutKey(keys, 1),
    ]).toEqual([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
      [0, 3, 1, 2],
      [0, 2],
    ]);
  });

  test('are fitted to a list that has changed from elsewhere, and stay different', () => {
    expect([fittedKeys([2, 0, 1], 2), fittedKeys([2, 0], 4)]).toEqual([
      [2, 0],
      [2, 0, 3, 4],
    ]);
  });
});

test('a dragged row comes to stand behind the rows whose middle is above the pointer', () => {
  const middles = [10, 30, 50, 70];
  const drops = [0, 25, 45, 65, 99].map((y) => dropIndex(middles, 1, y));
  expect(drops).toEqual([0, 1, 1, 2, 3]);
});
