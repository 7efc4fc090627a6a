import type { NodeKind } from '#schedule/schema.ts';

/** A kind of node as the palette offers it. */
export interface PaletteKind {
  readonly kind: NodeKind;
  /** What it is for, in few words. */
  readonly hint: string;
}

/** Kinds that belong together. */
export interface PaletteGroup {
  readonly name: string;
  readonly kinds: readonly PaletteKind[];
}

/** All kinds that can be added. */
export const PALETTE: readonly PaletteGroup[] = [
  {
    name: 'Time',
    kinds: [
      { kind: 'callLater', hint: 'once, after a delay' },
      { kind: 'loopingCall', hint: 'again and again, no drift' },
    ],
  },
  {
    name: 'Deferred',
    kinds: [
      { kind: 'deferLater', hint: 'a result, later' },
      { kind: 'deferred', hint: 'fired by someone else' },
    ],
  },
];

/** The type under which a dragged kind is carried. */
export const DRAGGED_KIND = 'application/x-reactor-studio-kind';

/** The kind that was dragged, where it is one. */
export function toKind(carried: string): NodeKind | null {
  const found = PALETTE.flatMap(({ kinds }) => kinds).find(({ kind }) => kind === carried);
  return found?.kind ?? null;
}
