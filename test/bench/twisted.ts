import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Engine } from './engine.ts';
import type { TwistedContender } from './workload.ts';

const PYTHON = process.env['TWISTED_PYTHON'];

/** Real Twisted: a new process at each round, which takes the time itself. Null where there is no Twisted. */
export function twistedEngine({ twisted, parameters }: TwistedContender): Engine | null {
  if (PYTHON === undefined) return null;
  const input = JSON.stringify(parameters());
  return {
    round: () => Promise.resolve(run(PYTHON, twisted, input)),
    end: () => Promise.resolve(),
  };
}

function run(python: string, workload: string, input: string): number {
  // Bundled, this module lies in .test-output/bench, two folders below the root.
  const script = fileURLToPath(new URL('../../test/bench/twisted_bench.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [script, workload], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`twisted_bench.py ${workload} failed: ${stderr}`);
  return Number(stdout);
}
