import type { NodeKind } from '#schedule/schema.ts';

/** Kinds that belong together. */
export interface PaletteGroup {
  readonly name: string;
  readonly kinds: readonly NodeKind[];
}

/** All kinds that can be added. */
export const PALETTE: readonly PaletteGroup[] = [
  { name: 'Time', kinds: ['callLater', 'loopingCall', 'outsideEvent'] },
  { name: 'Deferred', kinds: ['deferLater', 'deferred', 'deferredList', 'coroutine'] },
  {
    name: 'Tasks and resources',
    kinds: ['cooperate', 'deferToThread', 'semaphore', 'guarded', 'queue', 'queueGet'],
  },
  { name: 'Structure', kinds: ['service'] },
];

/** The kinds that one begins with. */
export const FIRST_KINDS: readonly NodeKind[] = [
  'callLater',
  'loopingCall',
  'deferLater',
  'deferred',
];

/** The type under which a dragged kind is carried. */
export const DRAGGED_KIND = 'application/x-reactor-studio-kind';

/** The kind that was dragged, where it is one. */
export function toKind(carried: string): NodeKind | null {
  return PALETTE.flatMap(({ kinds }) => kinds).find((kind) => kind === carried) ?? null;
}
