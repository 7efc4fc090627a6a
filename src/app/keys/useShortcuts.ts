import { useEffect, useEffectEvent } from 'react';

import { focusOf } from './focusOf.ts';
import { isMac } from './isMac.ts';
import { keyCommand } from './keyCommand.ts';
import type { CommandTable } from '#app/useCommands.ts';

/** Lets the keys of the commands act wherever nothing else has taken them. */
export function useShortcuts(commands: CommandTable, characterKeys: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const situation = { focus: focusOf(event.target), mac: isMac(), characterKeys };
    const id = keyCommand(event, situation);
    if (id === null) return;
    // Also for a command that rests: the browser's own meaning of the key would be a surprise.
    event.preventDefault();
    if (commands[id].enabled) commands[id].run();
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
