import { useBreakpoints } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** What a card shows of the breakpoints of its node. */
export interface CardBreakpoint {
  /** Whether one of them is switched on. */
  readonly on: boolean;
  /** How many there are: `2 breakpoints, off`. */
  readonly text: string;
}

/** The breakpoints of a node; null: it has none. */
export function useCardBreakpoint(id: string): CardBreakpoint | null {
  const own = useBreakpoints().filter(({ node }) => node === id);
  if (own.length === 0) return null;
  const on = own.some(({ enabled }) => enabled);
  return {
    on,
    text: on
      ? t('{{count}} breakpoints', { count: own.length })
      : t('{{count}} breakpoints, off', { count: own.length }),
  };
}
