import { fileURLToPath } from 'node:url';

import { exportPython } from '#export/exportPython.ts';
import type { Schedule } from '#schedule/schema.ts';

import { startPython } from '../pythonProcess.ts';
import type { Lines } from './simulateLines.ts';

const PROGRAMS = fileURLToPath(new URL('./run_programs.py', import.meta.url));

/** What a run of an exported program gave: its lines, or why it has none. */
export type Answer =
  | { readonly lines: Lines }
  /** Not fit for comparison: it does not end, or needs more frames than Python has. */
  | { readonly lines: null; readonly unfit: string }
  /** The harness or the exported program broke down, with Python's words. */
  | { readonly lines: null; readonly error: string };

/** Processes that run exported programs under the real Twisted. */
export interface TwistedPrograms {
  /** Twisted's version. */
  readonly version: string;
  /** Exports a schedule and runs the program. @throws Error with what Python printed where it broke down. */
  run(schedule: Schedule): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts so many processes; each runs any number of programs, and they take turns. */
export async function startTwistedPrograms(
  python: string,
  processes = 2,
): Promise<TwistedPrograms> {
  const [first, ...others] = await Promise.all(
    Array.from({ length: Math.max(1, processes) }, () => startPython(python, PROGRAMS)),
  );
  if (first === undefined) throw new Error('No process was started.');
  const all = [first, ...others];
  let asked = 0;
  return {
    version: first.twisted,
    run(schedule) {
      asked += 1;
      const next = all[asked % all.length] ?? first;
      return next.ask<Answer>({
        id: asked,
        source: exportPython(schedule).text,
        functions: Object.keys(schedule.functions),
        clock: schedule.clock,
        horizon: schedule.horizon,
      });
    },
    async close() {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
