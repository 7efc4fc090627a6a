import type { Writable } from 'node:stream';

import { BadInput, codeOf, fileFault } from './badInput.ts';

/** Where the results go, no faster than they are taken. */
export interface Output {
  /**
   * Writes a text, or bytes; done when it was taken.
   *
   * @throws OutputClosed where the reader has gone, as `head` does
   * @throws BadInput where it cannot be written, such as on a full disk
   */
  write(data: string | Uint8Array): Promise<void>;
}

/** The reader of the output wants no more. */
export class OutputClosed extends Error {}

/** An output on a stream, which messages call by this name. */
export function createOutput(stream: Writable, name = 'standard output'): Output {
  // The error comes to the callback of the write, too: unheard it would end the process.
  stream.on('error', () => {});
  return {
    async write(data) {
      if (data.length === 0) return;
      const error = await new Promise<Error | null | undefined>((resolve) => {
        stream.write(data, resolve);
      });
      if (error === null || error === undefined) return;
      if (codeOf(error) === 'EPIPE') throw new OutputClosed();
      throw new BadInput(`${name}: ${fileFault(error)}`);
    },
  };
}
