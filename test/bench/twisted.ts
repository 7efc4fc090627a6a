import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { RemoteContender } from './measure.ts';

const PYTHON = process.env['TWISTED_PYTHON'];

/**
 * Real Twisted on a workload of `twisted_bench.py`: its reactor core and, where the workload has
 * one, its Clock. None where there is no Twisted.
 */
export function twistedContender(workload: string, parameters: object): readonly RemoteContender[] {
  if (PYTHON === undefined) return [];
  return [{ name: 'Twisted reactor', rate: () => run(PYTHON, workload, parameters) }];
}

function run(python: string, workload: string, parameters: object): number {
  // Bundled, this module lies in .test-output/bench, two folders below the root.
  const script = fileURLToPath(new URL('../../test/bench/twisted_bench.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [script, workload], {
    input: JSON.stringify(parameters),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`twisted_bench.py ${workload} failed: ${stderr}`);
  return Number(stdout);
}
