import { ARRANGE_COMMANDS } from './arrangeCommands.ts';
import type { CommandInfo } from './commandInfo.ts';
import { GRAPH_COMMANDS } from './graphCommands.ts';
import { PAGE_COMMANDS } from './pageCommands.ts';
import { SCREEN_COMMANDS } from './screenCommands.ts';
import { TIMELINE_COMMANDS } from './timelineCommands.ts';

/** All commands, in the order of the help: what keys, buttons, menus, palette and help are made of. */
const COMMANDS = [
  ...PAGE_COMMANDS,
  ...SCREEN_COMMANDS,
  ...TIMELINE_COMMANDS,
  ...GRAPH_COMMANDS,
  ...ARRANGE_COMMANDS,
] as const;

/** The name of a command. */
export type CommandId = (typeof COMMANDS)[number]['id'];

/** A command by its name. */
export type KnownCommand = CommandInfo & { readonly id: CommandId };

/** All commands, in the order of the help. */
export const ALL_COMMANDS: readonly KnownCommand[] = COMMANDS;

const BY_ID: ReadonlyMap<CommandId, KnownCommand> = new Map(
  ALL_COMMANDS.map((command) => [command.id, command]),
);

/** The command of this name. */
export function commandInfo(id: CommandId): KnownCommand {
  const found = BY_ID.get(id);
  if (found === undefined) throw new Error(`There is no command ${id}.`);
  return found;
}
