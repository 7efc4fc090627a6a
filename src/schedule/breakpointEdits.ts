import { t } from '#words/words.ts';

import type { Breakpoint } from './breakpointSchema.ts';
import { breakpointWords } from './breakpointWords.ts';
import type { ScheduleEdit } from './scheduleEdit.ts';

/** Adds a breakpoint behind the others; refused where the document has the same one already. */
export function addBreakpoint(breakpoint: Breakpoint): ScheduleEdit {
  return {
    label: t('break at {{breakpoint}}', { breakpoint: breakpointWords(breakpoint) }),
    fault({ breakpoints }) {
      const index = indexOfBreakpoint(breakpoints, breakpoint);
      if (index < 0) return null;
      return {
        path: ['breakpoints', index],
        message: t('breakpoint {{number}} waits for the same already: switch it on, or change it', {
          number: index + 1,
        }),
      };
    },
    apply(draft) {
      draft.breakpoints.push(breakpoint);
    },
  };
}

/** Puts another breakpoint in the place of one. The index must be there. */
export function changeBreakpoint(index: number, breakpoint: Breakpoint): ScheduleEdit {
  return {
    label: t('change breakpoint {{number}}', { number: index + 1 }),
    mergeKey: `breakpoint/${index}`,
    apply(draft) {
      draft.breakpoints.splice(index, 1, breakpoint);
    },
  };
}

/** Switches breakpoints on or off. */
export function enableBreakpoints(indexes: readonly number[], enabled: boolean): ScheduleEdit {
  return {
    label: switchWords(indexes, enabled),
    apply(draft) {
      for (const index of indexes) {
        const breakpoint = draft.breakpoints[index];
        if (breakpoint !== undefined) breakpoint.enabled = enabled;
      }
    },
  };
}

/** Removes breakpoints by their indexes. */
export function removeBreakpoints(indexes: readonly number[]): ScheduleEdit {
  const gone = new Set(indexes);
  const [first = 0] = indexes;
  return {
    label:
      indexes.length === 1
        ? t('delete breakpoint {{number}}', { number: first + 1 })
        : t('delete breakpoints'),
    apply(draft) {
      draft.breakpoints = draft.breakpoints.filter((_, index) => !gone.has(index));
    },
  };
}

/** The index of a breakpoint that waits for the same, switched on or off; -1 where there is none. */
export function indexOfBreakpoint(list: readonly Breakpoint[], wanted: Breakpoint): number {
  const key = conditionKey(wanted);
  return list.findIndex((breakpoint) => conditionKey(breakpoint) === key);
}

function conditionKey(breakpoint: Breakpoint): string {
  return JSON.stringify(
    Object.entries(breakpoint)
      .filter(([key, value]) => key !== 'enabled' && value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function switchWords(indexes: readonly number[], enabled: boolean): string {
  const [index = 0, ...more] = indexes;
  if (more.length > 0) return enabled ? t('switch breakpoints on') : t('switch breakpoints off');
  const number = index + 1;
  return enabled
    ? t('switch breakpoint {{number}} on', { number })
    : t('switch breakpoint {{number}} off', { number });
}
