import { measure, type Measured, type Workload } from './measure.ts';
import { table } from './table.ts';
import { chain } from './workloads/chain.ts';
import {
  deferredChain,
  deferredNested,
  deferredPaused,
  deferredSucceed,
} from './workloads/deferreds.ts';
import { oneShot } from './workloads/oneShot.ts';
import { periodic } from './workloads/periodic.ts';

const asJson = process.argv.includes('--json');
/** A tenth of the work, to see that everything runs. */
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const rounds = 5;
/** Only the workloads whose names begin so. */
const only = process.argv.find((argument) => argument.startsWith('W'));

const workloads: readonly Workload[] = [
  ...[10, 1000, 100_000].flatMap((timers) =>
    [true, false].map((whole) => periodic(timers, 1e6 * scale, whole)),
  ),
  oneShot(1e4),
  oneShot(1e6 * scale),
  chain(0, 1e6 * scale),
  chain(1000, 1e6 * scale),
  deferredChain(5e6 * scale, 1e6 * scale),
  deferredSucceed(5e6 * scale, 1e6 * scale),
  deferredNested(2e6 * scale, 5e5 * scale),
  deferredPaused(5e6 * scale),
].filter(({ name }) => only === undefined || name.startsWith(only));

const results: Measured[] = [];
for (const workload of workloads) {
  const measured = await measure(workload, rounds);
  results.push(measured);
  if (!asJson) console.log(table(measured));
}
if (asJson) console.log(JSON.stringify(results, null, 2));
