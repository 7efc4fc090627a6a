import { createContext, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';

import type { Command, CommandBoard, CommandTable } from './commandBoard.ts';
import type { CommandId } from './commands.ts';

/** The commands of a component tree. */
export const CommandsContext = createContext<CommandBoard | null>(null);

/**
 * All commands, to be asked when a key is pressed or a menu opens.
 *
 * @throws Error outside a `CommandsContext`.
 */
export function useCommandBoard(): CommandBoard {
  const board = useContext(CommandsContext);
  if (board === null) throw new Error('There is no CommandsContext above.');
  return board;
}

/** A command as it stands now. */
export function useCommand(id: CommandId): Command {
  const board = useCommandBoard();
  return useSyncExternalStore(board.subscribe, () => board.get(id));
}

/** The line that was said last to those who listen to the page. */
export function useAnnouncement(): string {
  const { subscribe, announcement } = useCommandBoard();
  return useSyncExternalStore(subscribe, announcement);
}

/** Provides commands as they stand now, as long as the component is there. */
export function useProvideCommands(table: CommandTable): void {
  const board = useCommandBoard();
  const [owner] = useState(() => ({}));
  // After each render: what a command does may have changed with anything that it reads.
  useLayoutEffect(() => {
    board.provide(owner, table);
  });
  useLayoutEffect(
    () => () => {
      board.withdraw(owner);
    },
    [board, owner],
  );
}
