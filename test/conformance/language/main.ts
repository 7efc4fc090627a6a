import { readFileSync } from 'node:fs';

import type { Schedule } from '#schedule/schema.ts';

import { findTwistedPython } from '../twisted.ts';
import { checkSchedule, checkSchedules } from './checkSchedules.ts';
import { parsed, SETS } from './knownSchedules.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { writeRecords } from './records.ts';
import { startTwistedPrograms, type TwistedPrograms } from './twistedPrograms.ts';

/**
 * Holds the simulator and the Python export to real Twisted as the command line says. The last line
 * tells how many schedules were alike. Gives the exit code.
 */
export async function main(args: readonly string[]): Promise<0 | 1> {
  const options = readOptions(args);
  if (options === null) {
    print(USAGE);
    return 1;
  }
  const python = findTwistedPython();
  if (python === null) {
    print('There is no Twisted to compare with. Install it (apt-get install python3-twisted, or');
    print('pip install twisted) and name its Python in the environment variable TWISTED_PYTHON.');
    return 1;
  }
  const twisted = await startTwistedPrograms(python);
  try {
    return await follow(options, twisted);
  } finally {
    await twisted.close();
  }
}

async function follow(options: Options, twisted: TwistedPrograms): Promise<0 | 1> {
  if ('record' in options) {
    for (const set of SETS) print(`${await writeRecords(set, twisted)} ${set} recorded`);
    return 0;
  }
  if ('schedule' in options) return checkFile(options.schedule, twisted);
  const { count, seed } = options;
  print(`Twisted ${twisted.version}, ${count} random schedules, seed ${seed}`);
  const { passed, failed, unfit } = await checkSchedules(count, seed, twisted, print);
  print(`${unfit} more were not fit: they have no end, or go too deep`);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function checkFile(path: string, twisted: TwistedPrograms): Promise<0 | 1> {
  let schedule: Schedule;
  try {
    schedule = parsed(readFileSync(path, 'utf8'), path);
  } catch (thrown) {
    print(thrown instanceof Error ? thrown.message : String(thrown));
    return 1;
  }
  const comparison = await checkSchedule(schedule, twisted);
  if (comparison === 'unfit') {
    print(`${path} is not fit for comparison: it has no end, or goes too deep`);
    return 1;
  }
  if (comparison !== 'alike') print(comparison.difference);
  print(comparison === 'alike' ? '1 passed, 0 failed' : '0 passed, 1 failed');
  return comparison === 'alike' ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
