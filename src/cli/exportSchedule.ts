import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

import { exportPython } from '#export/exportPython.ts';

import { BadInput, codeOf, fileFault } from './badInput.ts';
import type { ExportCommand } from './command.ts';
import type { CliHost, ExitCode } from './host.ts';
import type { Output } from './output.ts';
import { readSchedule } from './readSchedule.ts';

/** Writes a schedule as a program. A file is there whole or not at all. */
export async function exportSchedule(
  { file, out }: ExportCommand,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
): Promise<ExitCode> {
  const { schedule } = await readSchedule(file, stdin);
  const { text } = exportPython(schedule);
  if (out === null) await output.write(text);
  else await writeWhole(out, text);
  return 0;
}

/** Writes beside the file and puts that in its place. What is no plain file, such as a pipe, is written to. */
async function writeWhole(name: string, text: string): Promise<void> {
  try {
    const found = await statOrNull(name);
    if (found !== null && !found.isFile()) {
      await writeFile(name, text);
      return;
    }
    // A link stays one.
    const file = found === null ? name : await realpath(name);
    const beside = `${file}.${randomUUID()}.tmp`;
    try {
      await writeFile(beside, text, {
        flag: 'wx',
        ...(found === null ? {} : { mode: found.mode & 0o777 }),
      });
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (error) {
    const isMissing = codeOf(error) === 'ENOENT';
    const fault = isMissing ? 'is in a folder that does not exist' : fileFault(error);
    throw new BadInput(`${name}: ${fault}`);
  }
}

async function statOrNull(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
