import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, test } from 'vitest';

import { findTwistedPython } from '../twisted.ts';
import type { CaseEvent, RecordedCase } from './case.ts';
import { comparable } from './comparable.ts';
import { GROUPS } from './groups.ts';
import { parseCases, recordedCases } from './recordedCases.ts';

const RUN_CASES = fileURLToPath(new URL('./run_cases.py', import.meta.url));
/** Milliseconds; all cases together take a few seconds. */
const TIMEOUT = 120_000;

const python = findTwistedPython();
if (python === null) {
  console.warn(
    '\n*** SKIPPED: the catalogue is compared with what Twisted once showed, and not with ***\n' +
      '*** Twisted itself, for there is none here. Install it (apt-get install             ***\n' +
      '*** python3-twisted, or pip install twisted) and name its Python in the environment ***\n' +
      '*** variable TWISTED_PYTHON.                                                        ***\n',
  );
}

describe.skipIf(python === null)('the real Twisted still does what was recorded', () => {
  let live: { readonly twisted: string; readonly cases: readonly RecordedCase[] };

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(python ?? '', ['-B', RUN_CASES], {
      maxBuffer: 2 ** 28,
    });
    live = parseCases(stdout);
    console.info(`The catalogue's cases are run under Twisted ${live.twisted}.`);
  }, TIMEOUT);

  test.each(Object.keys(GROUPS))('%s', (group) => {
    const now = live.cases.filter((one) => one.group === group);
    const isNewer = Number(live.twisted.split('.')[0]) >= 24;
    const expected = recordedCases(group).map(({ id, events }) => {
      const newer = GROUPS[group]?.find((one) => one.id === id)?.newer;
      return [id, toCompare(isNewer && newer !== undefined ? newer : events)];
    });
    expect(now.map(({ id, events }) => [id, toCompare(events)])).toEqual(expected);
  });
});

function toCompare(events: readonly CaseEvent[] | undefined): unknown {
  return events === undefined ? 'skipped' : comparable(events);
}
