import { breakpointWords } from '#schedule/breakpointWords.ts';
import { canReachFurther } from '#store/reach.ts';
import { useBreakpointStop, useRun } from '#store/useStudio.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

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
    const what = t('“{{words}}” (breakpoint {{number}})', {
      words: breakpointWords(breakpoint),
      number: index + 1,
    });
    return {
      isHit: true,
      words: t('Stopped at {{what}} at {{time}}', { what, time: formatDuration(time) }),
    };
  }
  const { direction, only, isAny } = stop;
  if (only === null && !isAny) {
    return { isHit: false, words: t('No breakpoint is switched on: add one in Breakpoints') };
  }
  const what =
    only === null
      ? t('No breakpoint is hit')
      : t('Breakpoint {{number}} is not hit', { number: only + 1 });
  const ahead = mayGoOn ? t('in what is simulated so far') : t('after this instant');
  const where = direction === 'next' ? ahead : t('before this instant');
  return { isHit: false, words: t('{{what}} {{where}}', { what, where }) };
}
