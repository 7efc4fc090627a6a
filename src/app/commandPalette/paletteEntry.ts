import type { CommandId } from '#commands/commands.ts';

/** Something that the command palette finds. */
export interface PaletteEntry {
  /** Unique among all entries. */
  readonly id: string;
  /** The heading that it stands under. */
  readonly group: string;
  readonly label: string;
  /** What it is or does, in a few words. */
  readonly note: string;
  /** Words that find it too. */
  readonly keywords?: readonly string[];
  /** The kind of node whose icon it has. */
  readonly kind?: string;
  /** The command whose icon and keys it has. */
  readonly command?: CommandId;
  /** Whether it can do nothing now. */
  readonly disabled?: boolean;
  readonly run: () => void;
}
