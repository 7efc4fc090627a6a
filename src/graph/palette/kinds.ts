import type { NodeKind } from '#schedule/schema.ts';
import { msg, type Text } from '#words/words.ts';

/** Kinds that belong together. */
export interface PaletteGroup {
  readonly name: Text;
  readonly kinds: readonly NodeKind[];
}

/** All kinds that can be added. */
export const PALETTE: readonly PaletteGroup[] = [
  { name: msg('Time'), kinds: ['callLater', 'loopingCall', 'outsideEvent'] },
  { name: msg('Deferred'), kinds: ['deferLater', 'deferred', 'deferredList', 'coroutine'] },
  {
    name: msg('Tasks and resources'),
    kinds: ['cooperate', 'deferToThread', 'semaphore', 'guarded', 'queue', 'queueGet'],
  },
  { name: msg('Structure'), kinds: ['service'] },
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

/** The types that a dragged kind is carried under: what is carried cannot be read before the drop. */
export function carriedTypes(kind: NodeKind): readonly string[] {
  return [DRAGGED_KIND, `${DRAGGED_KIND}/${kind.toLowerCase()}`];
}

/** The kind that is dragged, where it is one. */
export function kindInHand(types: readonly string[]): NodeKind | null {
  const kinds = PALETTE.flatMap((group) => group.kinds);
  return kinds.find((kind) => carriedTypes(kind).every((type) => types.includes(type))) ?? null;
}
