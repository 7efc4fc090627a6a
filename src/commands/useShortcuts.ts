import { useEffect, useEffectEvent } from 'react';

import { focusOf } from './focusOf.ts';
import { isMac } from './isMac.ts';
import { keyCommand } from './keyCommand.ts';
import { scopeOf } from './scopeOf.ts';
import { useCommandBoard } from './useCommands.ts';

/** Lets the keys of the commands act wherever nothing else has taken them. */
export function useShortcuts(characterKeys: boolean): void {
  const board = useCommandBoard();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const id = keyCommand(event, {
      focus: focusOf(target),
      scope: scopeOf(target),
      mac: isMac(),
      characterKeys,
    });
    if (id === null) return;
    // Also for a command that rests: the browser's own meaning of the key would be a surprise.
    event.preventDefault();
    const { enabled, run } = board.get(id);
    if (enabled) run();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
