import { useDeferredValue } from 'react';

import type { PythonExport } from '#export/exportPython.ts';

import { pythonOf } from './pythonOf.ts';
import { useSchedule } from './useStudio.ts';

/** The document as a Python program. Typing in a field comes first: the program follows at once. */
export function usePython(): PythonExport {
  return pythonOf(useDeferredValue(useSchedule()));
}
