import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { BadInput, codeOf, fileFault } from './badInput.ts';
import { createOutput, type Output } from './output.ts';

/**
 * Writes a file by an output; packed with gzip where its name ends in `.gz`. It is there whole or
 * not at all: it is written beside its place, and put there at the end. What is no plain file, such
 * as a pipe, is written to.
 *
 * @throws BadInput where it cannot be written
 */
export async function writeFile<T>(
  name: string,
  write: (output: Output) => Promise<T>,
): Promise<T> {
  const found = await statOrNull(name);
  if (found !== null && !found.isFile()) return writeTo(name, name, 'w', 0o666, write);
  // A link stays one.
  const file = found === null ? name : await realpath(name);
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const mode = found === null ? 0o666 : found.mode & 0o777;
    const result = await writeTo(name, beside, 'wx', mode, write);
    await rename(beside, file).catch((error: unknown) => {
      throw faultOf(name, error);
    });
    return result;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeTo<T>(
  name: string,
  path: string,
  flags: string,
  mode: number,
  write: (output: Output) => Promise<T>,
): Promise<T> {
  const handle = await open(path, flags, mode).catch((error: unknown) => {
    throw faultOf(name, error);
  });
  const file = handle.createWriteStream();
  const isPacked = name.endsWith('.gz');
  const stream: Writable = isPacked ? createGzip() : file;
  const done = isPacked ? pipeline(stream as ReturnType<typeof createGzip>, file) : finished(file);
  const failed = done.then(
    () => null,
    (error: unknown) => faultOf(name, error),
  );
  try {
    const result = await write(createOutput(stream, name));
    stream.end();
    const fault = await failed;
    if (fault !== null) throw fault;
    return result;
  } catch (error) {
    stream.destroy();
    file.destroy();
    await failed;
    throw error;
  }
}

/** Settles when all is written and the file is closed, or when that has failed. */
function finished(file: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    file.once('close', resolve);
    file.once('error', reject);
  });
}

function faultOf(name: string, error: unknown): BadInput {
  const isMissing = codeOf(error) === 'ENOENT';
  return new BadInput(
    `${name}: ${isMissing ? 'is in a folder that does not exist' : fileFault(error)}`,
  );
}

async function statOrNull(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw faultOf(file, error);
  }
}
