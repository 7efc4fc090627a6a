import type { CommandId } from './commands.ts';

/** A command as it stands now. */
export interface Command {
  /** Its name now, where that is not always the same. */
  readonly label?: string;
  /** What it would do now, where its name does not say it. */
  readonly description?: string;
  readonly enabled: boolean;
  /** Whether what it switches is on; missing for a command that switches nothing. */
  readonly pressed?: boolean;
  readonly run: () => void;
}

/** Some commands as they stand now. */
export type CommandTable = Readonly<Partial<Record<CommandId, Command>>>;

/** What the parts of the screen can do now. Each part provides its own commands. */
export interface CommandBoard {
  /** The command as it stands now; one that nobody provides rests. The same object until it changes. */
  readonly get: (id: CommandId) => Command;
  /** Takes the commands of an owner, in the place of those that it provided before. */
  readonly provide: (owner: object, table: CommandTable) => void;
  /** Forgets the commands of an owner. */
  readonly withdraw: (owner: object) => void;
  /** Says a line to those who listen to the page: what was done, where it cannot be heard otherwise. */
  readonly announce: (text: string) => void;
  /** The line that was said last. */
  readonly announcement: () => string;
  /** Calls when a command changes in what can be seen of it, or a line is said; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

const RESTING: Command = { enabled: false, run: () => undefined };

interface Provided {
  readonly owner: object;
  readonly command: Command;
  /** What it does as of now. */
  run: () => void;
}

/** A board without commands. */
export function createCommandBoard(): CommandBoard {
  const provided = new Map<CommandId, Provided>();
  const listeners = new Set<() => void>();
  let announced = '';
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    get: (id) => provided.get(id)?.command ?? RESTING,
    provide(owner, table) {
      let changed = false;
      for (const [key, next] of Object.entries(table)) {
        const id = key as CommandId;
        const before = provided.get(id);
        if (before !== undefined && before.owner === owner && looksAlike(before.command, next)) {
          before.run = next.run;
          continue;
        }
        const entry: Provided = {
          owner,
          command: { ...next, run: () => entry.run() },
          run: next.run,
        };
        provided.set(id, entry);
        changed = true;
      }
      for (const [id, { owner: other }] of provided) {
        if (other !== owner || table[id] !== undefined) continue;
        provided.delete(id);
        changed = true;
      }
      if (changed) tell();
    },
    withdraw(owner) {
      for (const [id, { owner: other }] of provided) if (other === owner) provided.delete(id);
      tell();
    },
    announce(text) {
      announced = text;
      tell();
    },
    announcement: () => announced,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function looksAlike(one: Command, other: Command): boolean {
  return (
    one.enabled === other.enabled &&
    one.label === other.label &&
    one.description === other.description &&
    one.pressed === other.pressed
  );
}
