import { checkFile } from './checkFile.ts';
import { checkRandom, type Tally } from './checkRandom.ts';
import { KINDS, type Kind } from './kinds.ts';
import { readOptions, USAGE } from './options.ts';
import { findTwistedPython, startTwisted } from './twisted.ts';

/**
 * Compares the port with Twisted as the command line says: random programs, or those of a file. The
 * last line tells how many were alike. Gives the exit code.
 */
export async function main(args: readonly string[]): Promise<0 | 1> {
  const options = readOptions(args);
  if (options === null) {
    print(USAGE);
    return 1;
  }
  const { passed, failed } =
    'programs' in options
      ? checkFile(options.programs, print)
      : await checkAllKinds(options.count, options.seed);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** As many programs in all; kinds get equal shares. */
async function checkAllKinds(count: number, seed: number): Promise<Tally> {
  const python = findTwistedPython();
  if (python === null) {
    print('There is no Twisted to compare with. Install it (apt-get install python3-twisted, or');
    print('pip install twisted) and name its Python in the environment variable TWISTED_PYTHON.');
    return { passed: 0, failed: count };
  }
  const twisted = await startTwisted(python);
  print(`Twisted ${twisted.version}, ${count} random programs, seed ${seed}`);
  const kinds = Object.keys(KINDS) as Kind[];
  const total = { passed: 0, failed: 0 };
  try {
    for (const [place, kind] of kinds.entries()) {
      const share = Math.floor((count + place) / kinds.length);
      const isFirstToFail = total.failed === 0;
      const { passed, failed } = await checkRandom(kind, share, seed, twisted, (difference) => {
        if (isFirstToFail) print(`\n${kind}: ${difference}\n`);
      });
      print(`${kind.padEnd(10)} ${passed} alike${failed === 0 ? '' : `, ${failed} different`}`);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await twisted.close();
  }
  return total;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
