import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';

import { foldsToLiveState } from './foldsToLiveState.ts';

test.each(EXAMPLES)(
  'the trace of $id folds to the state of the live objects after every event',
  ({ load }) => {
    expect(foldsToLiveState(load(), 5000)).toEqual([]);
  },
);
