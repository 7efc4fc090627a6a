import { exportPython, type PythonExport } from '#export/exportPython.ts';
import type { Schedule } from '#schedule/schema.ts';

const programs = new WeakMap<Schedule, PythonExport>();

/** The document as a Python program: written once, however many views show it. */
export function pythonOf(schedule: Schedule): PythonExport {
  const known = programs.get(schedule);
  if (known !== undefined) return known;
  const program = exportPython(schedule);
  programs.set(schedule, program);
  return program;
}
