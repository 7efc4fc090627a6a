import { useState } from 'react';

import { pageStorage } from '#ui/pageStorage.ts';

const NAME = 'reactor-studio/character-keys';

/** Whether keys that type a character act as commands; remembered by the browser. */
export function useCharacterKeys(): readonly [boolean, (act: boolean) => void] {
  const [act, setAct] = useState(() => pageStorage.getItem(NAME) !== 'off');
  return [
    act,
    (next) => {
      setAct(next);
      pageStorage.setItem(NAME, next ? 'on' : 'off');
    },
  ];
}
