import { breakpointWords } from '#schedule/breakpointWords.ts';
import { canReachFurther } from '#store/reach.ts';
import { useBreakpointStop, useRun } from '#store/useStudio.ts';
import { formatDuration } from '#trace/formatTime.ts';

/** What the last way to a breakpoint led to, in a sentence. */
export interface StopWords {
  readonly isHit: boolean;
  readonly words: string;
}

/** Where a breakpoint stopped the playhead, or that none did; null: the playhead has moved on. */
export function useStopWords(): StopWords | null {
  const stop = useBreakpointStop();
  const { program, status } = useRun();
  const mayGoOn = status.state === 'running' || canReachFurther(program, status);
  if (stop === null) return null;
  if (stop.found === 'hit') {
    const { breakpoint, index, time } = stop;
    const what = `“${breakpointWords(breakpoint)}” (breakpoint ${index + 1})`;
    return { isHit: true, words: `Stopped at ${what} at ${formatDuration(time)}` };
  }
  const { direction, only, isAny } = stop;
  if (only === null && !isAny) {
    return { isHit: false, words: 'No breakpoint is switched on: add one in Breakpoints' };
  }
  const what = only === null ? 'No breakpoint is hit' : `Breakpoint ${only + 1} is not hit`;
  const ahead = mayGoOn ? 'in what is simulated so far' : 'after this instant';
  const where = direction === 'next' ? ahead : 'before this instant';
  return { isHit: false, words: `${what} ${where}` };
}
