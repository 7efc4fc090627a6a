import { ChromiumEngines } from './chromium/chromiumEngines.ts';
import { measure, type Measured } from './measure.ts';
import { nodeEngine } from './nodeEngine.ts';
import { table } from './table.ts';
import { twistedEngine } from './twisted.ts';
import { workloads } from './workloads.ts';

const asJson = process.argv.includes('--json');
/** A tenth of the work, to see that everything runs. */
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const rounds = 5;
/** Only the workloads whose names begin so. */
const only = process.argv.find((argument) => argument.startsWith('W')) ?? '';

const results: Measured[] = [];
const chromium = new ChromiumEngines();
for (const workload of workloads(scale).filter(({ name }) => name.startsWith(only))) {
  const measured = await measure(workload, rounds, async (contender) => {
    if ('twisted' in contender) return twistedEngine(contender);
    if ('page' in contender) return chromium.startPage(contender.page, scale, workload.measures);
    const part = { scale, workload: workload.name, contender: contender.name };
    return workload.place === 'node' ? nodeEngine(part) : chromium.start(part);
  });
  results.push(measured);
  if (!asJson) console.log(table(measured));
}
await chromium.close();
if (asJson) console.log(JSON.stringify(results, null, 2));
