import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { firstDifference } from './firstDifference.ts';
import { KINDS, type Kind } from './kinds.ts';
import { recordedPrograms } from './recordedPrograms.ts';
import { findTwistedPython, startTwisted, type Twisted } from './twisted.ts';

/** How many random programs of each kind: more than 2 000 of all. */
const COUNT = Number(process.env['CONFORMANCE_COUNT'] ?? 260);
/** Names the random programs: the same seed and count give the same ones. */
const SEED = Number(process.env['CONFORMANCE_SEED'] ?? Date.now() % 2 ** 31);
/** Milliseconds; a program takes about one, and one in trouble is tried in a few hundred smaller forms. */
const TIMEOUT = 60_000 + 50 * COUNT;

const python = findTwistedPython();
if (python === null) {
  console.warn(
    '\n*** SKIPPED: the port is not compared with the real Twisted, for there is none here. ***\n' +
      '*** Install it (apt-get install python3-twisted, or pip install twisted) and name    ***\n' +
      '*** its Python in the environment variable TWISTED_PYTHON.                           ***\n',
  );
}

describe.skipIf(python === null)('the port and the real Twisted', () => {
  let twisted: Twisted;

  beforeAll(async () => {
    twisted = await startTwisted(python ?? '');
    console.info(
      `Twisted ${twisted.version}, ${COUNT} random programs of each kind. ` +
        `The same again: CONFORMANCE_SEED=${SEED} CONFORMANCE_COUNT=${COUNT}`,
    );
  });
  afterAll(() => twisted?.close());

  const kinds = Object.keys(KINDS) as Kind[];

  test.each(kinds)(
    'run random programs of the kind %s alike',
    async (kind) => {
      await compareRandom(kind, twisted);
    },
    TIMEOUT,
  );

  test.each(kinds)(
    'run the recorded programs of the kind %s alike, so the records still hold',
    async (kind) => {
      for (const { id, script, trace } of recordedPrograms(kind)) {
        const now = await twisted.run(kind, script);
        expect(firstDifference(script, now, trace), id).toBeNull();
      }
    },
    TIMEOUT,
  );
});

/** The first program that differs is made as small as it can be and still differ. */
async function compareRandom<K extends Kind>(kind: K, twisted: Twisted): Promise<void> {
  const { scripts, run } = KINDS[kind];
  const bothAlike = fc.asyncProperty(scripts, async (script) => {
    const ours = run(script);
    const theirs = await twisted.run(kind, script);
    expect(firstDifference(script, theirs, ours)).toBeNull();
    // What is not fit on either side does not count.
    fc.pre(ours !== null);
  });
  await fc.assert(bothAlike, { seed: SEED, numRuns: COUNT });
}
